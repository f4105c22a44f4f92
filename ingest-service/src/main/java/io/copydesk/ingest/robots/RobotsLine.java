package io.copydesk.ingest.robots;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A line of a robots.txt: key and value, one character for each byte.
 *
 * @param key lower case
 */
record RobotsLine(String key, String value) {

    /** What is read of a longer line, in bytes: eight times the longest URL that browsers ever agreed on. */
    private static final int MAX_LINE = 2083 * 8 - 1;

    private static final int[] BYTE_ORDER_MARK = {0xef, 0xbb, 0xbf};

    /** Every line of the file that has a key and a separator. */
    static void forEach(byte[] bytes, int limit, Consumer<RobotsLine> consumer) {
        int end = Math.min(bytes.length, limit);
        int from = 0;
        while (from < end && from < BYTE_ORDER_MARK.length && (bytes[from] & 0xff) == BYTE_ORDER_MARK[from]) {
            from++;
        }
        while (from < end) {
            int to = from;
            while (to < end && bytes[to] != '\n' && bytes[to] != '\r') {
                to++;
            }
            int length = Math.min(to - from, MAX_LINE);
            RobotsLine line = of(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
            if (line != null) {
                consumer.accept(line);
            }
            from = to + 1;
        }
    }

    private static RobotsLine of(String raw) {
        String text = before(before(raw, '\0'), '#').strip();
        int colon = text.indexOf(':');
        int separator = colon >= 0 ? colon : onlyGap(text);
        if (separator <= 0) {
            return null;
        }
        String key = text.substring(0, separator).strip().toLowerCase(Locale.ROOT);
        return key.isEmpty()
                ? null
                : new RobotsLine(key, text.substring(separator + 1).strip());
    }

    /** Where the colon was forgotten: a key, a gap and one word. */
    private static int onlyGap(String text) {
        int gap = 0;
        while (gap < text.length() && !blank(text.charAt(gap))) {
            gap++;
        }
        String value = text.substring(gap).strip();
        return value.isEmpty() || value.chars().anyMatch(c -> blank((char) c)) ? -1 : gap;
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }

    private static String before(String text, char mark) {
        int at = text.indexOf(mark);
        return at < 0 ? text : text.substring(0, at);
    }

    boolean isAgent() {
        return begins("user-agent", "useragent", "user agent");
    }

    boolean isAllow() {
        return begins("allow");
    }

    boolean isDisallow() {
        return begins("disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw");
    }

    boolean isSitemap() {
        return begins("sitemap", "site-map");
    }

    boolean isDelay() {
        return begins("crawl-delay", "crawldelay");
    }

    private boolean begins(String... names) {
        for (String name : names) {
            if (key.startsWith(name)) {
                return true;
            }
        }
        return false;
    }
}
