package io.copydesk.extraction.embedded;

import io.copydesk.extraction.resource.ResourceLines;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The meanings of the names of fields and types, from {@code json-words.txt}. Immutable and thread-safe. */
final class FieldWords {

    /** A kind of field, or of type. */
    enum Meaning {
        TEXT,
        CONTAINER,
        HEADLINE,
        IDENTITY,
        TYPE,
        PARAGRAPH,
        HEADING,
        ITEM,
        QUOTE,
        SKIPPED
    }

    private static final int MAX_NAME = 40;
    private static final Map<Meaning, Set<String>> WORDS = load();

    private FieldWords() {}

    private static Map<Meaning, Set<String>> load() {
        Map<Meaning, Set<String>> words = new EnumMap<>(Meaning.class);
        for (String line : ResourceLines.of(FieldWords.class, "json-words.txt")) {
            String[] parts = line.split(" ");
            Set<String> set = words.computeIfAbsent(
                    Meaning.valueOf(parts[0].toUpperCase(Locale.ROOT)), meaning -> new HashSet<>());
            for (int i = 1; i < parts.length; i++) {
                set.add(fold(parts[i]));
            }
        }
        return Collections.unmodifiableMap(words);
    }

    /** Whether {@code folded} is one of the words for {@code meaning}. */
    static boolean is(String folded, Meaning meaning) {
        return WORDS.getOrDefault(meaning, Set.of()).contains(folded);
    }

    /** A name in lower case, letters and digits only: {@code content_elements} and {@code contentElements} are one. */
    static String fold(@Nullable String name) {
        if (name == null || name.length() > MAX_NAME) {
            return "";
        }
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetterOrDigit(name.charAt(i))) {
                out.append(Character.toLowerCase(name.charAt(i)));
            }
        }
        return out.toString();
    }
}
