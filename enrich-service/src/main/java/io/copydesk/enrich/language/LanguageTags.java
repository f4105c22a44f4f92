package io.copydesk.enrich.language;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads BCP 47 tags as pages write them. */
public final class LanguageTags {

    /** The tag of an undetermined language (ISO 639-2). */
    public static final String UNDETERMINED = "und";

    private LanguageTags() {}

    /** The language without script and region: {@code pt} of {@code pt-BR}; {@code und} for {@code null} and what is no tag. */
    public static String primary(@Nullable String tag) {
        String primary = tag == null ? "" : first(tag);
        boolean wellFormed = (primary.length() == 2 || primary.length() == 3)
                && primary.chars().allMatch(c -> c >= 'a' && c <= 'z');
        return wellFormed ? primary : UNDETERMINED;
    }

    /** The first subtag, lower case. */
    static String first(String tag) {
        return tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    }
}
