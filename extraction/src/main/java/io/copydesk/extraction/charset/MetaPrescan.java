package io.copydesk.extraction.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Looks for a charset declaration in the first bytes of a page: {@code <meta charset>}, its http-equiv form, or an XML declaration. */
final class MetaPrescan {

    /** The standard says 1,024; real pages put scripts first. */
    private static final int LIMIT = 4096;

    private MetaPrescan() {}

    static Optional<Charset> charset(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, LIMIT), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        if (head.startsWith("<?xml")) {
            int end = head.indexOf("?>");
            Optional<Charset> declared =
                    end < 0 ? Optional.empty() : CharsetLabels.lookup(after(head.substring(0, end), "encoding"));
            if (declared.isPresent()) {
                return declared;
            }
        }
        int from = 0;
        while (true) {
            int meta = head.indexOf("<meta", from);
            if (meta < 0) {
                return Optional.empty();
            }
            int end = head.indexOf('>', meta);
            String tag = head.substring(meta, end < 0 ? head.length() : end);
            Optional<Charset> declared = CharsetLabels.lookup(after(tag, "charset"));
            if (declared.isPresent()) {
                return declared;
            }
            from = meta + 5;
        }
    }

    /** The value that follows {@code name=} in {@code tag}, or {@code null}. */
    private static String after(String tag, String name) {
        int at = tag.indexOf(name);
        if (at < 0) {
            return null;
        }
        int i = skipBlanks(tag, at + name.length());
        if (i >= tag.length() || tag.charAt(i) != '=') {
            return null;
        }
        i = skipBlanks(tag, i + 1);
        if (i < tag.length() && (tag.charAt(i) == '"' || tag.charAt(i) == '\'')) {
            i++;
        }
        int end = i;
        while (end < tag.length() && "\"' ;/>\t\r\n".indexOf(tag.charAt(end)) < 0) {
            end++;
        }
        return tag.substring(i, end);
    }

    private static int skipBlanks(String s, int i) {
        int at = i;
        while (at < s.length() && s.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }
}
