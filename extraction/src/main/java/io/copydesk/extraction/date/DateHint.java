package io.copydesk.extraction.date;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the text that a date stands in.
 *
 * @param language primary language subtag, lower case; any BCP 47 tag is accepted; {@code null} when unknown
 * @param dayFirst whether 3/4/2024 is the 3rd of April
 */
public record DateHint(@Nullable String language, boolean dayFirst) {

    public DateHint {
        language =
                language == null ? null : language.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    }
}
