package io.copydesk.extraction.date;

import io.copydesk.schemas.LowerCase;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the text that a date stands in.
 *
 * @param language primary language subtag, lower case; any BCP 47 tag is accepted; {@code null} when unknown
 * @param dayFirst whether 3/4/2024 is the 3rd of April
 */
public record DateHint(@Nullable String language, boolean dayFirst) {

    /** Regions where 3/4/2024 is the 3rd of April in English. */
    private static final Set<String> DAY_FIRST = Set.of(
            "GB", "UK", "IE", "AU", "NZ", "IN", "PK", "BD", "LK", "SG", "MY", "HK", "NG", "GH", "KE", "UG", "TZ", "ZM",
            "ZW", "JM", "TT", "MT", "CY");

    private static final Set<String> YEAR_FIRST = Set.of("zh", "ja", "ko", "hu", "lt", "mn");

    public DateHint {
        language = language == null ? null : LowerCase.of(language.strip().split("[-_]", 2)[0]);
    }

    /**
     * The hint for a field of a document in {@code language}. English without a region, and languages that put the year first, say nothing: most
     * programs write the order of the United States when they are not told otherwise.
     */
    static DateHint ofField(@Nullable String language) {
        if (language == null || language.isBlank()) {
            return new DateHint(null, false);
        }
        String[] parts = language.strip().split("[-_]", 4);
        String primary = LowerCase.of(parts[0]);
        String region = parts[parts.length - 1].toUpperCase(Locale.ROOT);
        boolean dayFirst = primary.equals("en") ? DAY_FIRST.contains(region) : !YEAR_FIRST.contains(primary);
        return new DateHint(language, dayFirst);
    }
}
