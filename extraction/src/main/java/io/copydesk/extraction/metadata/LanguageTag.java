package io.copydesk.extraction.metadata;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** BCP 47 tags from what pages declare: {@code en_US}, {@code de-DE}, {@code English}. */
final class LanguageTag {

    private LanguageTag() {}

    /** The tag, or {@code null} when {@code claim} is not one. */
    static @Nullable String of(@Nullable String claim) {
        if (claim == null) {
            return null;
        }
        String raw = claim.strip().replace('_', '-');
        int comma = raw.indexOf(',');
        raw = comma > 0 ? raw.substring(0, comma).strip() : raw;
        if (raw.length() < 2 || raw.length() > 12) {
            return null;
        }
        Locale locale = Locale.forLanguageTag(raw);
        String language = locale.getLanguage();
        if (language.length() < 2 || language.length() > 3 || language.equals("und")) {
            return null;
        }
        return locale.getCountry().isEmpty() ? language : language + "-" + locale.getCountry();
    }
}
