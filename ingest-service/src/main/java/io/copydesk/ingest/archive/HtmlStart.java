package io.copydesk.ingest.archive;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Tells a page from other documents by its first tag, for media types that say little. */
final class HtmlStart {

    private static final int LOOKED_AT = 2048;

    /** Blanks, a byte order mark, processing instructions and comments may precede the first tag. */
    private static final Pattern START = Pattern.compile(
            "(?:\\s|\u00ef\u00bb\u00bf|<\\?[^>]*+>|<!--(?:[^-]|-(?!->))*+-->)*+<(?:!doctype\\s++html|html)[\\s>].*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private HtmlStart() {}

    /** Whether {@code body} starts like an HTML or XHTML page, in a charset with the letters of ASCII. */
    static boolean in(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        return START.matcher(start).matches();
    }
}
