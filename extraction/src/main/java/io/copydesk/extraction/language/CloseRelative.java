package io.copydesk.extraction.language;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Distinguishes by function words a language that the letter model lacks from those it is close to: Galician, whose letters resemble
 * Spanish or Portuguese. Immutable and thread-safe.
 */
final class CloseRelative {

    private static final Set<String> NEIGHBOURS = Set.of("es", "pt");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}]+");
    private static final int LEAST_WORDS = 2;

    /** Words of one language that the others lack. */
    private final Set<String> own;

    private final Set<String> others;

    CloseRelative() {
        own = new HashSet<>(FunctionWords.of("gl"));
        others = new HashSet<>();
        NEIGHBOURS.forEach(language -> others.addAll(FunctionWords.of(language)));
        Set<String> common = new HashSet<>(own);
        common.retainAll(others);
        own.removeAll(common);
        others.removeAll(common);
    }

    /** The language of {@code text}, which is {@code language} by its letters. */
    String of(String text, String language) {
        if (!NEIGHBOURS.contains(language)) {
            return language;
        }
        int lead = 0;
        int found = 0;
        for (String word : WORDS.split(text.toLowerCase(Locale.ROOT))) {
            found += own.contains(word) ? 1 : 0;
            lead += own.contains(word) ? 1 : others.contains(word) ? -1 : 0;
        }
        return found >= LEAST_WORDS && lead > 0 ? "gl" : language;
    }
}
