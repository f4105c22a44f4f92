package io.copydesk.extraction.date;

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

    public DateHint {
        language =
                language == null ? null : language.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    }

    /**
     * The hint for a field of a document in {@code language}. English without a region says nothing: most programs write English and the order of the
     * United States when they are not told otherwise.
     */
    static DateHint ofField(@Nullable String language) {
        String[] parts = language == null ? new String[0] : language.strip().split("[-_]");
        boolean english = parts.length > 0 && parts[0].equalsIgnoreCase("en");
        String region = parts.length > 1 ? parts[parts.length - 1].toUpperCase(Locale.ROOT) : "";
        boolean dayFirst = english ? DAY_FIRST.contains(region) : parts.length > 0;
        return new DateHint(language, dayFirst);
    }
}
