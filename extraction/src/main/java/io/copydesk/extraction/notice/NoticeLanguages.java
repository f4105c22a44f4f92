package io.copydesk.extraction.notice;

import io.copydesk.extraction.language.CanonicalLanguage;
import io.copydesk.extraction.resource.ResourceLines;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The languages that have a notice pack, from {@code languages.txt}, and which of them are near to each other. Immutable. */
final class NoticeLanguages {

    private static final List<List<String>> LINES = ResourceLines.of(NoticeLanguages.class, "languages.txt").stream()
            .map(line -> List.of(line.split(" ")))
            .toList();

    /** Primary BCP 47 tags, in the order of the file. */
    static final List<String> ALL = LINES.stream().map(line -> line.get(0)).toList();

    private static final Map<String, Set<String>> NEAR =
            LINES.stream().collect(Collectors.toUnmodifiableMap(line -> line.get(0), Set::copyOf));

    private NoticeLanguages() {}

    /** The tag of the pack for an article in {@code language}; packs are named by {@link CanonicalLanguage}. */
    static @Nullable String packOf(@Nullable String language) {
        return language == null ? null : CanonicalLanguage.of(language);
    }

    /**
     * Whether words of the pack {@code language} are foreign to an article in {@code home}; {@code false} when {@code home} is {@code null} or has no
     * pack, since languages near to it are unknown; English is foreign to those as well.
     */
    static boolean isForeign(String language, @Nullable String home) {
        return home != null
                && !home.equals(language)
                && (NEAR.containsKey(home) || language.equals("en"))
                && !isNear(home, language)
                && !isNear(language, home);
    }

    private static boolean isNear(String one, String other) {
        return NEAR.getOrDefault(one, Set.of()).contains(other);
    }
}
