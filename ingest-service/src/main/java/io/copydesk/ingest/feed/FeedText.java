package io.copydesk.ingest.feed;

import io.copydesk.ingest.link.UrlKey;
import io.copydesk.schemas.Sha256;
import java.util.Locale;

/** Values of feeds as plain text, URLs and dates; blank ones are {@code null}. */
final class FeedText {

    /** The longest text that is kept, in characters. */
    static final int MAX_TEXT = 32_768;

    private static final int DIGEST_DIGITS = 32;

    private FeedText() {}

    /** White space as one space, none at the ends, cut at {@link #MAX_TEXT}; {@code null} when nothing is left. */
    static String line(String text) {
        if (text == null) {
            return null;
        }
        StringBuilder out = new StringBuilder(Math.min(text.length(), MAX_TEXT));
        boolean gap = false;
        for (int i = 0; i < text.length() && out.length() < MAX_TEXT; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == '\u00a0' || c == '\u2028' || c == '\u2029') {
                gap = true;
            } else if (c != '\ufeff' && !(c >= 0x7f && c < 0xa0)) {
                if (gap && !out.isEmpty()) {
                    out.append(' ');
                }
                gap = false;
                out.append(c);
            }
        }
        int last = out.length() - 1;
        if (last > 0 && last + 1 >= MAX_TEXT && Character.isHighSurrogate(out.charAt(last))) {
            out.setLength(last);
        }
        return out.isEmpty() ? null : out.toString();
    }

    /** The link as an absolute URL, {@code null} when it is none to follow. */
    static String url(String base, String link) {
        if (link == null) {
            return null;
        }
        String address = link.strip();
        if (address.isEmpty()) {
            return null; // not the feed itself
        }
        if (address.regionMatches(true, 0, "www.", 0, 4)) {
            address = "http://" + address; // forgotten, and never the name of a file
        }
        boolean whole = base == null || address.startsWith("https://") || address.startsWith("http://");
        UrlKey key = whole ? UrlKey.of(address) : UrlKey.resolve(base, address);
        return key instanceof UrlKey.Key page ? page.url() : null;
    }

    /** The link when it is absolute and can be followed. */
    static String absolute(String link) {
        if (link == null) {
            return null;
        }
        String start = link.strip().toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://") ? url(null, link) : null;
    }

    static String date(String text) {
        return FeedDate.parse(text).orElse(null);
    }

    static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** What names an item that neither has an id nor an address. */
    static String digest(String title, String date, String summary) {
        String text = title + "\n" + date + "\n" + (title == null ? summary : "");
        return "sha256:" + Sha256.hex(text).substring(0, DIGEST_DIGITS);
    }

    @SafeVarargs
    static <T> T first(T... values) {
        for (T value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
