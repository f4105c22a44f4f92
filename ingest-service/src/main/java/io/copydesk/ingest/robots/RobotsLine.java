package io.copydesk.ingest.robots;

import io.copydesk.schemas.LowerCase;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A line of a robots.txt: key and value, decoded as Latin-1, so one character for each byte.
 *
 * @param key lower case
 */
record RobotsLine(String key, String value) {

    /** How many bytes of a line are read: eight times 2083, the longest URL of Internet Explorer, as in Google's parser. */
    private static final int MAX_LINE = 2083 * 8 - 1;

    private static final int[] BYTE_ORDER_MARK = {0xef, 0xbb, 0xbf};

    /** Passes each line that has a key and a separator; reads at most {@code limit} bytes. */
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

    private static @Nullable RobotsLine of(String raw) {
        String text = before(before(raw, '\0'), '#').strip();
        int colon = text.indexOf(':');
        int separator = colon >= 0 ? colon : gap(text);
        if (separator <= 0) {
            return null;
        }
        String key = LowerCase.of(text.substring(0, separator).strip());
        return key.isEmpty()
                ? null
                : new RobotsLine(key, text.substring(separator + 1).strip());
    }

    /** The separator of a line without a colon, which is white space between a key and one word; -1 for another line. */
    private static int gap(String text) {
        int end = 0;
        while (end < text.length() && !blank(text.charAt(end))) {
            end++;
        }
        String value = text.substring(end).strip();
        return value.isEmpty() || value.chars().anyMatch(c -> blank((char) c)) ? -1 : end;
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
