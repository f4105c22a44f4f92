package io.copydesk.ingest.page;

import io.copydesk.schemas.LowerCase;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a response with the status 206 holds (RFC 9110 §14.4, §15.3.7). */
public final class ContentRange {

    private static final int PARTIAL_CONTENT = 206;
    private static final Pattern RANGE = Pattern.compile("bytes[ =](\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

    private ContentRange() {}

    /** True for a partial response whose one range is not the whole document, or does not tell. */
    public static boolean isPartOnly(int status, List<Header> headers) {
        if (status != PARTIAL_CONTENT) {
            return false;
        }
        List<String> ranges = headers.stream()
                .filter(field -> field.name().equalsIgnoreCase("Content-Range"))
                .map(Header::value)
                .toList();
        return ranges.size() != 1 || !isWhole(LowerCase.of(ranges.get(0).strip()));
    }

    private static boolean isWhole(String range) {
        Matcher parts = RANGE.matcher(range);
        return parts.matches()
                && Long.parseLong(parts.group(1)) == 0
                && Long.parseLong(parts.group(2)) + 1 == Long.parseLong(parts.group(3));
    }
}
