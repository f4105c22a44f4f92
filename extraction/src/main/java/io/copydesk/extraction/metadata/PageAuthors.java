package io.copydesk.extraction.metadata;

import io.copydesk.extraction.resource.WordLists;
import io.copydesk.schemas.LowerCase;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page's authors: of JSON-LD, else of meta tags, else of the card for links, else of the visible byline. A source that names only the site, and
 * organisations of JSON-LD, count when no other has a name.
 */
final class PageAuthors {

    /** Names of meta tags, in the order in which they are read. */
    private static final List<String> META;

    /** Labels of authors on the cards that are shown for a link. */
    private static final Set<String> CARD_LABELS;

    static {
        WordLists lists = WordLists.of(PageAuthors.class, "author-words.txt");
        META = lists.get("meta");
        CARD_LABELS =
                lists.get("card").stream().map(word -> word.replace('_', ' ')).collect(Collectors.toUnmodifiableSet());
    }

    private PageAuthors() {}

    /**
     * @param site the publisher's name, {@code null} when unknown
     * @param host of the page, {@code null} when unknown
     */
    static List<String> of(
            ClassMarks classMarks,
            MetaTags meta,
            JsonLdArticle jsonLd,
            @Nullable String site,
            @Nullable String host,
            PrintedHeadline headline) {
        List<String> names = withoutSite(AuthorNames.of(jsonLd.authors()), site);
        if (!names.isEmpty() && !isSite(names, site, host) && !jsonLd.areAuthorsOrganizations()) {
            return names;
        }
        List<String> fallback = names;
        for (String name : META) {
            names = withoutSite(AuthorNames.of(meta.all(name)), site);
            if (!names.isEmpty() && !isSite(names, site, host)) {
                return names;
            }
            fallback = fallback.isEmpty() ? names : fallback;
        }
        names = AuthorNames.of(onCard(meta));
        if (!names.isEmpty() && !isSite(names, site, host)) {
            return names;
        }
        names = withoutSite(VisibleBylines.of(classMarks, headline), site);
        boolean better = fallback.isEmpty() || names.stream().allMatch(AuthorNames::looksLikePersons);
        return !names.isEmpty() && better ? names : fallback;
    }

    /** What the page's card names as its author: {@code twitter:data1} beside the label {@code twitter:label1}, or the second of both. */
    private static List<String> onCard(MetaTags meta) {
        for (String n : List.of("1", "2")) {
            String label = meta.first("twitter:label" + n);
            if (label != null && CARD_LABELS.contains(LowerCase.of(label).replaceFirst("\\s*:$", ""))) {
                return meta.all("twitter:data" + n);
            }
        }
        return List.of();
    }

    /** {@code names} without that of the site beside others. */
    private static List<String> withoutSite(List<String> names, @Nullable String site) {
        String key = site == null ? "" : Headlines.key(site);
        List<String> persons =
                names.stream().filter(name -> !Headlines.key(name).equals(key)).toList();
        return persons.isEmpty() ? names : persons;
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
