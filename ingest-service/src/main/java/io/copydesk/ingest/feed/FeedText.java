package io.copydesk.ingest.feed;

import io.copydesk.ingest.link.UrlKey;
import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.Sha256;
import org.jspecify.annotations.Nullable;

/** Values of feeds as plain text, URLs and dates; {@code null} for blank ones. */
final class FeedText {

    /** The longest text of a field, in UTF-16 code units. */
    static final int MAX_TEXT = 32_768;

    private static final int DIGEST_DIGITS = 32;

    private FeedText() {}

    /** Collapses white space, drops controls and cuts at {@link #MAX_TEXT}; {@code null} when nothing is left. */
    static @Nullable String line(@Nullable String text) {
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
            out.setLength(last); // the loop ended within a pair
        }
        return out.isEmpty() ? null : out.toString();
    }

    /** The link as an absolute URL; {@code null} when it is blank or not one to a page on the web. */
    static @Nullable String url(@Nullable String base, @Nullable String link) {
        if (link == null) {
            return null;
        }
        String address = UrlKey.unbroken(link);
        if (address.isEmpty()) {
            return null; // to a browser the feed itself
        }
        if (address.regionMatches(true, 0, "www.", 0, 4)) {
            address = "http://" + address; // the scheme is missing
        }
        boolean absolute = base == null || address.startsWith("https://") || address.startsWith("http://");
        UrlKey key = absolute ? UrlKey.of(address) : UrlKey.resolve(base, address);
        return key.fold(UrlKey.Key::url, refused -> null);
    }

    /** The link as an absolute URL; {@code null} when it is relative or not one to a page on the web. */
    static @Nullable String absolute(@Nullable String link) {
        if (link == null) {
            return null;
        }
        String start = LowerCase.of(link.strip());
        return start.startsWith("http://") || start.startsWith("https://") ? url(null, link) : null;
    }

    /** The date in ISO 8601, {@code null} when the text is none; {@code language} decides months with an ambiguous name. */
    static @Nullable String date(@Nullable String text, @Nullable String language) {
        return FeedDate.parse(text, language).orElse(null);
    }

    /** A language tag with the separators of BCP 47, {@code pt-BR} for {@code pt_BR}; {@code null} for a blank one. */
    static @Nullable String language(@Nullable String tag) {
        String line = line(tag);
        return line == null ? null : line.replace('_', '-');
    }

    /** The id of an item that has neither an id nor an address. */
    static String digest(@Nullable String title, @Nullable String date, @Nullable String summary) {
        String text = title + "\n" + date + "\n" + (title == null ? summary : "");
        return "sha256:" + Sha256.hex(text).substring(0, DIGEST_DIGITS);
    }

    /** The first value that is not {@code null}, {@code null} when all are. */
    static @Nullable String first(@Nullable String... values) {
        for (String value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
