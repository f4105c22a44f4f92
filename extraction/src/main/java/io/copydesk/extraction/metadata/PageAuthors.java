package io.copydesk.extraction.metadata;

import java.util.List;
import org.jsoup.nodes.Document;

/**
 * The page's authors: JSON-LD, then meta tags, then what stands beside the headline. A source that names only the site
 * is asked last.
 */
final class PageAuthors {

    private static final String[] META = {
        "author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "byl",
        "article:author_name", "authors", "citation_author", "og:article:author", "rbauthors", "dc:creator",
                "cxenseparse:author"
    };

    private PageAuthors() {}

    /**
     * @param site the publisher's name, {@code null} when unknown
     * @param host of the page, {@code null} when unknown
     * @param heading what stands above the text, {@code null} when unknown
     */
    static List<String> of(
            Document document,
            ClassMarks classMarks,
            MetaTags meta,
            JsonLdArticle jsonLd,
            String site,
            String host,
            String heading) {
        List<String> fallback = List.of();
        List<String> names = AuthorNames.of(jsonLd.authors());
        if (!names.isEmpty() && !isSite(names, site, host)) {
            return names;
        }
        fallback = names;
        for (String name : META) {
            names = AuthorNames.of(meta.all(name));
            if (!names.isEmpty() && !isSite(names, site, host)) {
                return names;
            }
            fallback = fallback.isEmpty() ? names : fallback;
        }
        names = VisibleBylines.of(document, classMarks, heading);
        boolean better = fallback.isEmpty() || names.stream().allMatch(AuthorNames::looksLikePersons);
        return !names.isEmpty() && better ? names : fallback;
    }

    /** Whether the only name is that of the site or of its host. */
    private static boolean isSite(List<String> names, String site, String host) {
        if (names.size() != 1) {
            return false;
        }
        String key = Headlines.key(names.get(0));
        String flat = host == null ? "" : Headlines.key(host.replaceFirst("^www\\.", ""));
        return site != null && key.equals(Headlines.key(site))
                || key.length() > 2 && flat.startsWith(key)
                || key.length() > 5 && flat.contains(key);
    }
}
