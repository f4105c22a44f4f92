package io.copydesk.extraction.kind;

import io.copydesk.extraction.resource.LegalNames;
import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.schemas.LowerCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the pages on which a site speaks of itself: its terms, what it does with data, who it is and how to reach it. Their headings, in
 * {@link LegalNames} and {@code legal-words.txt}, are names and no more. Immutable and thread-safe.
 */
final class LegalPages {

    /** Characters of a heading, and of what stands in it behind the name, such as the name of the site, at most. */
    private static final int MAX_HEADING = 120;

    private static final int MAX_MORE = 40;
    /** Characters of a name that may have more behind it at least; a shorter one is a subject as well. */
    private static final int LEAST_NAME = 12;
    /** Words of the last part of an address that is no title at most. */
    private static final int MAX_SLUG = 4;

    /** Between the name of a page and that of its site in a title. */
    private static final Pattern BETWEEN = Pattern.compile("\\s+[-|–—·•:»/]+\\s+|[|｜:：]");

    private final Set<String> about;
    private final Pattern path;

    private LegalPages(Map<String, Set<String>> words) {
        this.about = words.getOrDefault("about", Set.of());
        this.path = Pattern.compile("[/_.-](?:" + String.join("|", words.getOrDefault("path", Set.of())) + ")");
    }

    /** With the bundled words. */
    static LegalPages load() {
        Map<String, Set<String>> words = new HashMap<>();
        ResourceLines.phrases(LegalPages.class, "legal-words.txt")
                .forEach((list, phrases) ->
                        words.put(list, phrases.stream().map(LegalNames::normal).collect(Collectors.toSet())));
        return new LegalPages(words);
    }

    /**
     * Whether a page is one.
     *
     * @param heading the first heading of the first level, {@code null} when there is none
     * @param title of the page
     * @param url {@code null} when unknown
     */
    boolean isOne(@Nullable String heading, String title, @Nullable String url) {
        List<String> parts = List.of(BETWEEN.split(LegalNames.normal(title)));
        String name = heading != null && !heading.isBlank() ? LegalNames.normal(heading) : parts.get(0);
        if (LegalNames.contains(name)) {
            return true;
        }
        return url != null
                && isAddressed(pathOf(url))
                && (about.contains(name)
                        || beginsWithName(name)
                        || parts.stream().anyMatch(LegalNames::contains));
    }

    private boolean isAddressed(String address) {
        String last = address.substring(address.lastIndexOf('/') + 1);
        return last.split("[-_]").length <= MAX_SLUG && path.matcher(address).find();
    }

    private boolean beginsWithName(String heading) {
        int shortest = Math.max(LEAST_NAME, heading.length() - MAX_MORE);
        for (int end = heading.length() - 1; heading.length() <= MAX_HEADING && end >= shortest; end--) {
            boolean word = !Character.isLetterOrDigit(heading.charAt(end));
            if (word && LegalNames.contains(heading.substring(0, end).strip())) {
                return true;
            }
        }
        return false;
    }

    private static String pathOf(String url) {
        int scheme = url.indexOf("//");
        int slash = scheme < 0 ? 0 : url.indexOf('/', scheme + 2);
        String path = slash < 0 ? "" : LowerCase.of(url.substring(slash));
        return path.replaceFirst("[?#].*$", "").replaceFirst("/$", "");
    }
}
