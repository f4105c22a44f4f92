package io.copydesk.extraction.charset;

import java.nio.charset.Charset;

/**
 * Control characters U+0080 to U+009F in a text: windows-1252 bytes that something took for ISO 8859-1, as HTML takes the numeric references of these
 * characters. The five that have no place in windows-1252 stay. Stateless and thread-safe.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state">HTML, numeric character reference end
 *     state</a>
 */
public final class WindowsControls {

    private static final char FIRST = 0x80;
    private static final char LAST = 0x9F;
    private static final char[] MEANT = meant();

    private WindowsControls() {}

    private static char[] meant() {
        char[] meant = new char[LAST - FIRST + 1];
        Charset windows = Charset.forName("windows-1252");
        for (int i = 0; i < meant.length; i++) {
            char read = new String(new byte[] {(byte) (FIRST + i)}, windows).charAt(0);
            meant[i] = read == '\uFFFD' ? (char) (FIRST + i) : read;
        }
        return meant;
    }

    /** The text with what its control characters stand for; the same string when it has none. */
    static String replace(String text) {
        int at = 0;
        while (at < text.length() && !isControl(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        char[] chars = text.toCharArray();
        for (; at < chars.length; at++) {
            chars[at] = meant(chars[at]);
        }
        return new String(chars);
    }

    /** What a character stands for; itself unless it is one of these controls. */
    public static char meant(char c) {
        return isControl(c) ? MEANT[c - FIRST] : c;
    }

    private static boolean isControl(char c) {
        return c >= FIRST && c <= LAST;
    }
}
