package io.copydesk.extraction.metadata;

import io.copydesk.extraction.resource.WordLists;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * The page's authors: of JSON-LD, else of meta tags, else of the visible byline. A source that names only the site counts when no other has a name.
 */
final class PageAuthors {

    /** Names of meta tags, in the order in which they are read. */
    private static final List<String> META =
            WordLists.of(PageAuthors.class, "author-words.txt").get("meta");

    private PageAuthors() {}

    /**
     * @param site the publisher's name, {@code null} when unknown
     * @param host of the page, {@code null} when unknown
     * @param heading the heading above the text, {@code null} when unknown
     */
    static List<String> of(
            Document document,
            ClassMarks classMarks,
            MetaTags meta,
            JsonLdArticle jsonLd,
            @Nullable String site,
            @Nullable String host,
            @Nullable String heading) {
        List<String> names = AuthorNames.of(jsonLd.authors());
        if (!names.isEmpty() && !isSite(names, site, host)) {
            return names;
        }
        List<String> fallback = names;
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
    private static boolean isSite(List<String> names, @Nullable String site, @Nullable String host) {
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
