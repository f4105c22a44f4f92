package io.copydesk.standalone.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema.org {@code NewsArticle} that a page carries in a script element. */
final class SampleJsonLd {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SampleJsonLd() {}

    /** JSON that is safe inside a script element. */
    static String of(SiteFile site, ArticleFile article) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("@context", "https://schema.org");
        json.put("@type", "NewsArticle");
        json.put("mainEntityOfPage", site.url(article));
        json.put("headline", article.headline());
        article.headers().value("standfirst").ifPresent(text -> json.put("description", text));
        json.put("datePublished", article.headers().required("date"));
        article.headers().value("modified").ifPresent(date -> json.put("dateModified", date));
        json.put("inLanguage", article.language());
        json.put("articleSection", article.headers().required("section"));
        json.put(
                "author",
                article.authors().stream().map(name -> named("Person", name)).toList());
        json.put("publisher", named("NewsMediaOrganization", site.name()));
        boolean walled = article.headers().value("wall").isPresent()
                || article.headers().value("metered").isPresent();
        json.put("isAccessibleForFree", !walled);
        if (walled) {
            Map<String, Object> part = new LinkedHashMap<>();
            part.put("@type", "WebPageElement");
            part.put("isAccessibleForFree", false);
            part.put("cssSelector", ".members-part");
            json.put("hasPart", List.of(part));
        }
        try {
            return MAPPER.writeValueAsString(json).replace("</", "<\\/");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> named(String type, String name) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("@type", type);
        object.put("name", name);
        return object;
    }
}
