package io.copydesk.extraction.charset;

import io.copydesk.schemas.LowerCase;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds a charset declaration in the first bytes of a page: {@code <meta charset>}, its http-equiv form, or an XML declaration. One instance
 * per page.
 *
 * @see <a href="https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding">HTML standard, prescan a byte stream</a>
 */
final class MetaPrescan {

    /** The standard's prescan ends after 1,024 bytes, but browsers also follow a declaration that their parser finds later in the head. */
    private static final int LIMIT = 16 * 1024;

    private final String head;
    private int at;

    private MetaPrescan(byte[] bytes) {
        head = LowerCase.of(new String(bytes, 0, Math.min(bytes.length, LIMIT), StandardCharsets.ISO_8859_1));
    }

    static Optional<Charset> charset(byte[] bytes) {
        MetaPrescan scan = new MetaPrescan(bytes);
        return scan.meta().or(scan::xmlDeclaration);
    }

    private Optional<Charset> meta() {
        while ((at = head.indexOf('<', at)) >= 0) {
            if (head.startsWith("<!--", at)) {
                at = after("-->", at + 2);
            } else if (head.startsWith("<meta", at) && isBlankOrSlash(at + 5)) {
                at += 5;
                Optional<Charset> declared = metaCharset();
                if (declared.isPresent()) {
                    return declared;
                }
            } else if (isLetter(at + 1) || head.startsWith("</", at) && isLetter(at + 2)) {
                skipTag();
            } else if (isOneOf(at + 1, "!/?")) {
                at = after(">", at + 1);
            } else {
                at++;
            }
        }
        return Optional.empty();
    }

    /** The charset of the meta element whose attributes start here. */
    private Optional<Charset> metaCharset() {
        boolean pragma = false;
        String content = null;
        String charset = null;
        for (Attribute a = attribute(); a != null; a = attribute()) {
            switch (a.name) {
                case "http-equiv" -> pragma |= a.value.equals("content-type");
                case "content" -> content = content == null ? a.value : content;
                case "charset" -> charset = charset == null ? a.value : charset;
                default -> {}
            }
        }
        Optional<Charset> own = CharsetLabels.lookup(charset);
        return own.isPresent() || !pragma || content == null ? own : CharsetLabels.lookup(fromContent(content));
    }

    /** The charset parameter of a media type, {@code null} when it has none. */
    private static @Nullable String fromContent(String content) {
        int i = content.indexOf("charset");
        while (i >= 0) {
            i += "charset".length();
            while (i < content.length() && content.charAt(i) <= ' ') {
                i++;
            }
            if (i < content.length() && content.charAt(i) == '=') {
                return content.substring(i + 1).strip().split("[;\\s]", 2)[0];
            }
            i = content.indexOf("charset", i);
        }
        return null;
    }

    private Optional<Charset> xmlDeclaration() {
        int end = head.startsWith("<?xml") ? head.indexOf("?>") : -1;
        int name = end < 0 ? -1 : head.substring(0, end).indexOf("encoding");
        if (name < 0) {
            return Optional.empty();
        }
        at = name;
        Attribute encoding = attribute();
        return encoding == null ? Optional.empty() : CharsetLabels.lookup(encoding.value);
    }

    private void skipTag() {
        while (at < head.length() && head.charAt(at) > ' ' && head.charAt(at) != '>') {
            at++;
        }
        while (attribute() != null) {
            // Attributes of other elements are skipped.
        }
    }

    private record Attribute(String name, String value) {}

    /** The next attribute of the tag, {@code null} at its end. */
    private @Nullable Attribute attribute() {
        while (at < head.length() && isBlankOrSlash(at)) {
            at++;
        }
        if (at >= head.length() || head.charAt(at) == '>') {
            return null;
        }
        int start = at++;
        while (at < head.length() && head.charAt(at) != '=' && head.charAt(at) != '>' && !isBlankOrSlash(at)) {
            at++;
        }
        String name = head.substring(start, at);
        skipBlanks();
        if (at >= head.length() || head.charAt(at) != '=') {
            return new Attribute(name, "");
        }
        at++;
        skipBlanks();
        return new Attribute(name, value());
    }

    private String value() {
        if (at >= head.length()) {
            return "";
        }
        char quote = head.charAt(at);
        if (quote == '"' || quote == '\'') {
            int close = head.indexOf(quote, at + 1);
            String value = head.substring(at + 1, close < 0 ? head.length() : close);
            at = close < 0 ? head.length() : close + 1;
            return value;
        }
        int start = at;
        while (at < head.length() && head.charAt(at) > ' ' && head.charAt(at) != '>') {
            at++;
        }
        return head.substring(start, at);
    }

    private void skipBlanks() {
        while (at < head.length() && head.charAt(at) <= ' ') {
            at++;
        }
    }

    private boolean isBlankOrSlash(int i) {
        return i < head.length() && (head.charAt(i) <= ' ' || head.charAt(i) == '/');
    }

    private boolean isLetter(int i) {
        return i < head.length() && head.charAt(i) >= 'a' && head.charAt(i) <= 'z';
    }

    private boolean isOneOf(int i, String chars) {
        return i < head.length() && chars.indexOf(head.charAt(i)) >= 0;
    }

    private int after(String end, int from) {
        int i = head.indexOf(end, from);
        return i < 0 ? head.length() : i + end.length();
    }
}
