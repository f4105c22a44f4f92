package io.copydesk.extraction;

import io.copydesk.extraction.charset.TextDecoder;
import io.copydesk.schemas.LowerCase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Distinguishes HTML, text and other formats by content. */
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

    private static final int TAIL = 64;
    private static final Map<String, String> FORMATS = Map.of(
            "<rss", "a feed",
            "<feed", "a feed",
            "<rdf:rdf", "a feed",
            "<urlset", "a sitemap",
            "<sitemapindex", "a sitemap",
            "<opml", "a list of feeds",
            "<svg", "a drawing");

    private ContentSniffer() {}

    /** Whether the first bytes are not text: control characters that no charset of the web uses, or the signature of a known file type. */
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

    /** The name of another format that the document has; {@code null} when it may be a page or a text. */
    static @Nullable String otherFormat(String text, @Nullable String mediaType) {
        String start = start(text);
        for (Map.Entry<String, String> format : FORMATS.entrySet()) {
            if (start.startsWith(format.getKey())) {
                return format.getValue();
            }
        }
        boolean declaredJson = mediaType != null && (mediaType.endsWith("/json") || mediaType.endsWith("+json"));
        String end = text.substring(Math.max(0, text.length() - TAIL)).stripTrailing();
        boolean object = start.startsWith("{\"") && end.endsWith("}");
        boolean array = (start.startsWith("[{\"") || start.startsWith("[\"")) && end.endsWith("]");
        return object || array || declaredJson && !start.startsWith("<") ? "JSON" : null;
    }

    /** Whether to read {@code text} as HTML: by its media type, or by its content when that is missing or plain text. */
    static boolean isHtml(String text, @Nullable String mediaType) {
        String start = start(text);
        boolean page = start.startsWith("<!doctype html") || start.startsWith("<html");
        if (mediaType == null) {
            return page || TAGS.stream().anyMatch(start::contains) || start.startsWith("<") && text.contains("</");
        }
        if (mediaType.equals("text/plain")) {
            return page;
        }
        return mediaType.contains("html")
                || mediaType.contains("xml")
                || page
                || TAGS.stream().anyMatch(start::contains);
    }

    /** The first characters in lower case, without the blanks, comments and processing instructions that may precede a root element. */
    private static String start(String text) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            String close = text.startsWith("<?", at) ? "?>" : text.startsWith("<!--", at) ? "-->" : null;
            if (close != null) {
                int end = text.indexOf(close, at);
                at = end < 0 ? text.length() : end + close.length();
            } else if (c <= ' ' || c == '\uFEFF') {
                at++;
            } else {
                break;
            }
        }
        return LowerCase.of(text.substring(at, Math.min(text.length(), at + HEAD)));
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
