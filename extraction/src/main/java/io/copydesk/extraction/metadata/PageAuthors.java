package io.copydesk.extraction.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The page's authors: JSON-LD, then meta tags, then what is marked as a byline. */
final class PageAuthors {

    private static final String[] META = {
        "author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "byl",
        "article:author_name", "authors", "citation_author", "og:article:author", "rbauthors", "dc:creator",
                "cxenseparse:author"
    };
    private static final List<String> MARKED = List.of(
            "[itemprop=author] [itemprop=name],[itemprop=author][itemprop=name]",
            "[itemprop=author]",
            "a[rel~=(?i)\\bauthor\\b]",
            "[class~=(?i)(^|[-_ ])author[-_]?name],[class~=(?i)(^|[-_ ])byline[-_]?name]",
            "[class~=(?i)(^|[-_ ])byline],[class~=(?i)(^| )author( |$)],[class~=(?i)(^| )vcard( |$)] .fn");

    private static final int MAX_TEXT = 120;

    private PageAuthors() {}

    static List<String> of(Document document, MetaTags meta, JsonLdArticle jsonLd) {
        List<String> names = AuthorNames.of(jsonLd.authors());
        if (!names.isEmpty()) {
            return names;
        }
        for (String name : META) {
            names = AuthorNames.of(meta.all(name));
            if (!names.isEmpty()) {
                return names;
            }
        }
        for (String query : MARKED) {
            Set<String> texts = new LinkedHashSet<>();
            for (Element e : document.select(query)) {
                String text = ShortText.of(e, MAX_TEXT);
                if (text != null && !isInComments(e)) {
                    texts.add(text);
                }
                if (texts.size() > 4) {
                    break;
                }
            }
            names = AuthorNames.of(new ArrayList<>(texts));
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    private static boolean isInComments(Element element) {
        int steps = 0;
        for (Element e = element; e != null && steps < 10; e = e.parent(), steps++) {
            String classes = e.className() + e.id();
            if (classes.contains("comment")
                    || classes.contains("related")
                    || classes.contains("sidebar")
                    || e.normalName().equals("aside")
                    || e.normalName().equals("footer")) {
                return true;
            }
        }
        return false;
    }
}
