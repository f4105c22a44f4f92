package io.copydesk.extraction.metadata;

import io.copydesk.extraction.date.DateHint;
import io.copydesk.schemas.LowerCase;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads {@link PageMetadata} from a parsed page. Stateless and thread-safe. */
public final class MetadataReader {

    private static final int MAX_KEYWORDS = 40;
    private static final int MAX_IMAGES = 10;

    /** Domains of English-speaking countries that write the day first. */
    private static final List<String> DAY_FIRST = List.of(".uk", ".au", ".nz", ".ie", ".in", ".za");

    private MetadataReader() {}

    /** The same as {@link #read(Document, PageElements, String, Instant, String)}, for callers that have no {@link PageElements} yet. */
    public static PageMetadata read(Document document, @Nullable String url, @Nullable Instant fetched) {
        return read(document, PageElements.of(document), url, fetched, null);
    }

    /**
     * Reads the page's metadata.
     *
     * @param page the elements of {@code document}
     * @param url absolute URL of the page, or {@code null}
     * @param fetched dates later than this are ignored; {@code null} for no limit
     * @param textLanguage BCP 47 tag of the language that the text was found to be in, for its dates; {@code null} to rely on the declared one
     */
    public static PageMetadata read(
            Document document,
            PageElements page,
            @Nullable String url,
            @Nullable Instant fetched,
            @Nullable String textLanguage) {
        MetaTags meta = MetaTags.of(page);
        JsonLdArticle jsonLd = JsonLdArticle.find(JsonLd.of(page), url, document.title());
        Microdata items = new Microdata(page);
        String host = host(url);
        String publisher = publisher(meta, jsonLd);
        String language = language(document, meta, jsonLd);
        Headlines headlines = Headlines.of(page, document, meta, jsonLd, publisher, host, new UrlSlug(url));
        String above = headlines.heading() != null ? headlines.heading() : headlines.text();
        ClassMarks classMarks = new ClassMarks(page.tree());
        PrintedHeadline printed = new PrintedHeadline(page.tree(), classMarks, above);
        DateHint hint = new DateHint(textLanguage != null ? textLanguage : language, dayFirst(language, host));
        PageDates dates = new PageDates(page, classMarks, meta, jsonLd, url, fetched, hint, printed);
        return PageMetadata.builder()
                .canonicalUrl(CanonicalUrl.of(page, meta, url))
                .headline(headlines.text() != null ? headlines.text() : items.first("headline"))
                .heading(headlines.heading())
                .description(description(meta, jsonLd, items))
                .authors(PageAuthors.of(classMarks, meta, jsonLd, publisher, host, printed))
                .publisher(publisher)
                .section(section(meta, jsonLd, items))
                .keywords(keywords(meta, jsonLd, items))
                .images(images(document, meta, jsonLd, items))
                .published(dates.published().orElse(null))
                .modified(dates.modified().orElse(null))
                .declaredLanguage(language)
                .declaredFree(free(meta, jsonLd))
                .articleBody(jsonLd.articleBody())
                .build();
    }

    /**
     * The titles of the page, of which its headline is chosen.
     *
     * <p>Internal: public for the training module only, may change in any release.
     */
    public static HeadlineSheet titles(Document document, @Nullable String url) {
        PageElements page = PageElements.of(document);
        MetaTags meta = MetaTags.of(page);
        JsonLdArticle jsonLd = JsonLdArticle.find(JsonLd.of(page), url, document.title());
        return Headlines.sheet(page, document, meta, jsonLd, publisher(meta, jsonLd), host(url), new UrlSlug(url));
    }

    private static @Nullable String publisher(MetaTags meta, JsonLdArticle jsonLd) {
        String site = meta.first("og:site_name");
        if (site == null) {
            site = jsonLd.publisher();
        }
        return site != null ? site : meta.first("application-name", "dc.publisher", "publisher", "al:ios:app_name");
    }

    private static @Nullable String description(MetaTags meta, JsonLdArticle jsonLd, Microdata items) {
        String own = meta.first("og:description", "description", "twitter:description", "dc.description");
        own = own != null ? own : jsonLd.description();
        return own != null ? own : items.first("description");
    }

    private static @Nullable String section(MetaTags meta, JsonLdArticle jsonLd, Microdata items) {
        String own = jsonLd.section();
        own = own != null
                ? own
                : meta.first("article:section", "parsely-section", "section", "cxenseparse:section", "og:section");
        own = own != null ? own : items.first("articleSection");
        return own == null || own.length() > 80 || own.contains("://") ? null : own;
    }

    private static List<String> keywords(MetaTags meta, JsonLdArticle jsonLd, Microdata items) {
        List<String> raw = new ArrayList<>(jsonLd.keywords());
        if (raw.isEmpty()) {
            raw.addAll(meta.all("news_keywords", "article:tag", "keywords", "parsely-tags", "dc.subject"));
        }
        if (raw.isEmpty()) {
            raw.addAll(items.all("keywords"));
        }
        Set<String> words = new LinkedHashSet<>();
        for (String one : raw) {
            for (String word : raw.size() == 1 ? one.split("[,;]") : new String[] {one}) {
                String clean = Markup.oneLine(word);
                if (clean != null && clean.length() <= 80 && words.size() < MAX_KEYWORDS) {
                    words.add(clean);
                }
            }
        }
        return List.copyOf(words);
    }

    private static List<String> images(Document document, MetaTags meta, JsonLdArticle jsonLd, Microdata items) {
        Set<String> urls = new LinkedHashSet<>();
        List<String> raw = new ArrayList<>(meta.all("og:image", "og:image:url", "twitter:image", "twitter:image:src"));
        raw.addAll(jsonLd.images());
        if (raw.isEmpty()) {
            raw.addAll(items.addresses("image"));
        }
        for (String one : raw) {
            String absolute = isAbsolute(one)
                    ? one
                    : document.createElement("a").attr("href", one).absUrl("href");
            if (absolute.startsWith("http") && urls.size() < MAX_IMAGES) {
                urls.add(absolute);
            }
        }
        return List.copyOf(urls);
    }

    /** Whether resolving {@code url} would leave it as it is. */
    private static boolean isAbsolute(String url) {
        return (url.startsWith("https://") || url.startsWith("http://"))
                && !url.contains("/.")
                && url.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    private static @Nullable String language(Document document, MetaTags meta, JsonLdArticle jsonLd) {
        Element html = document.firstElementChild();
        @Nullable
        String[] claims = {
            html == null ? null : html.attr("lang"),
            html == null ? null : html.attr("xml:lang"),
            jsonLd.language(),
            meta.first("og:locale", "content-language", "language", "dc.language", "inlanguage")
        };
        for (String claim : claims) {
            String tag = LanguageTag.of(claim);
            if (tag != null) {
                return tag;
            }
        }
        return null;
    }

    private static @Nullable Boolean free(MetaTags meta, JsonLdArticle jsonLd) {
        Boolean own = jsonLd.isAccessibleForFree();
        if (own != null) {
            return own;
        }
        String tier =
                meta.first("article:content_tier", "og:article:content_tier", "content_tier", "isaccessibleforfree");
        if (tier == null) {
            return null;
        }
        return switch (LowerCase.of(tier)) {
            case "free", "true" -> Boolean.TRUE;
            case "locked", "metered", "false" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** Only some English-speaking publishers write the month first. */
    private static boolean dayFirst(@Nullable String language, @Nullable String host) {
        if (language != null && !language.startsWith("en")) {
            return true;
        }
        boolean elsewhere = language != null && language.length() > 2 && !language.equalsIgnoreCase("en-US");
        return elsewhere || host != null && DAY_FIRST.stream().anyMatch(host::endsWith);
    }

    private static @Nullable String host(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            return URI.create(url.replace(' ', '+')).getHost();
        } catch (IllegalArgumentException ignored) {
            return null;
        }
    }
}
