package io.copydesk.extraction.language;

import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.schemas.LowerCase;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tag by which languages are compared: {@code no} for {@code nb-NO}, {@code he} for the former code {@code iw}. Thread-safe. */
public final class CanonicalLanguage {

    private static final Pattern SEPARATOR = Pattern.compile("[-_]");
    private static final Map<String, String> ALIASES = ResourceLines.of(CanonicalLanguage.class, "aliases.txt").stream()
            .map(line -> line.split(" "))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

    private CanonicalLanguage() {}

    /**
     * The tag under which {@link LanguageDetector} reports the language of a BCP 47 tag: its primary subtag in lower case, and one tag for languages
     * that the detector does not distinguish ({@code aliases.txt}).
     */
    public static String of(String tag) {
        String primary = primary(tag);
        return ALIASES.getOrDefault(primary, primary);
    }

    /** The primary subtag in lower case. */
    static String primary(String tag) {
        return LowerCase.of(SEPARATOR.split(tag, 2)[0]);
    }
}
