package io.copydesk.alerts;

import io.copydesk.schemas.Utf16;
import org.jspecify.annotations.Nullable;

/** Texts of the web, cut to what an alert has room for. */
final class Texts {

    private static final int LONGEST_HEADLINE = 500;
    private static final int LONGEST_URL = 2000;

    private Texts() {}

    /** @param instead where there is no headline */
    static String headline(@Nullable String headline, String instead) {
        String text = headline == null || headline.isBlank() ? instead : headline;
        return Utf16.prefix(text, LONGEST_HEADLINE);
    }

    static @Nullable String url(@Nullable String url) {
        return url == null ? null : Utf16.prefix(url, LONGEST_URL);
    }
}
