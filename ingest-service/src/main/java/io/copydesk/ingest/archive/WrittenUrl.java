package io.copydesk.ingest.archive;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A URL as a line of JSON has it, without what stands around it: white space, control characters and byte order marks at its ends, and tabs
 * and ends of lines anywhere, as in the first steps of the basic URL parser (WHATWG URL §4.4). Written into a WARC record such characters
 * would be encoded, and so be a part of the URL from then on.
 */
final class WrittenUrl {

    private WrittenUrl() {}

    /** {@code null} when nothing is left. */
    static @Nullable String plain(String written) {
        int begin = 0;
        int end = written.length();
        while (begin < end && isAround(written.charAt(begin))) {
            begin++;
        }
        while (end > begin && isAround(written.charAt(end - 1))) {
            end--;
        }
        StringBuilder url = new StringBuilder(end - begin);
        for (int i = begin; i < end; i++) {
            char c = written.charAt(i);
            if (!Character.isISOControl(c)) {
                url.append(c);
            } else if (c != '\t' && c != '\n' && c != '\r') {
                url.append(String.format(Locale.ROOT, c < 0x80 ? "%%%02X" : "%%C2%%%02X", (int) c));
            }
        }
        return url.isEmpty() ? null : url.toString();
    }

    private static boolean isAround(char c) {
        return c <= ' ' || Character.isISOControl(c) || Character.isSpaceChar(c) || c == '\ufeff' || c == '\u200b';
    }
}
