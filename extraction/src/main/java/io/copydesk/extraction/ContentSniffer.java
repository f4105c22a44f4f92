package io.copydesk.extraction;

import io.copydesk.extraction.charset.TextDecoder;
import java.util.List;
import java.util.Locale;

/** Tells HTML, text and other bytes apart by looking at them. */
final class ContentSniffer {

    private static final int HEAD = 2048;
    private static final List<String> TAGS = List.of(
            "<html",
            "<head",
            "<body",
            "<!doctype",
            "<p>",
            "<p ",
            "<div",
            "<article",
            "<br",
            "<h1",
            "<meta",
            "<span",
            "<table",
            "<title");

    private ContentSniffer() {}

    /** Whether the first bytes are those of no text: control characters that no charset of the web uses, or a known file type. */
    static boolean isBinary(byte[] body) {
        if (TextDecoder.isWide(body)) {
            return false;
        }
        if (startsWith(body, "%PDF-") || startsWith(body, "PK\u0003\u0004") || startsWith(body, "GIF8")) {
            return true;
        }
        int n = Math.min(body.length, HEAD);
        int controls = 0;
        for (int i = 0; i < n; i++) {
            int b = body[i] & 0xFF;
            controls += b < 9 || b > 13 && b < 32 && b != 27 ? 1 : 0;
        }
        return controls * 20 > n;
    }

    /** Whether to read {@code text} as HTML: its media type says so, or it looks like it when that is silent or says plain text. */
    static boolean isHtml(String text, String mediaType) {
        String head =
                text.substring(0, Math.min(text.length(), HEAD)).stripLeading().toLowerCase(Locale.ROOT);
        boolean page = head.startsWith("<!doctype html") || head.startsWith("<html");
        if (mediaType == null) {
            return page || TAGS.stream().anyMatch(head::contains) || head.startsWith("<") && text.contains("</");
        }
        if (mediaType.equals("text/plain")) {
            return page;
        }
        return mediaType.contains("html")
                || mediaType.contains("xml")
                || page
                || TAGS.stream().anyMatch(head::contains);
    }

    private static boolean startsWith(byte[] body, String magic) {
        if (body.length < magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if (body[i] != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
