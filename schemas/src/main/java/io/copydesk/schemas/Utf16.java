package io.copydesk.schemas;

import org.jspecify.annotations.Nullable;

/**
 * Well-formed UTF-16 (Unicode Standard §3.9, D89): strings without lone surrogates. Character references and JSON escapes can produce
 * these; UTF-8 cannot represent them, and RFC 8259 §8.2 calls the behaviour of JSON readers on them unpredictable. Pure, thread-safe.
 */
public final class Utf16 {

    private static final char REPLACEMENT = '\uFFFD';

    private Utf16() {}

    /** The text with each lone surrogate replaced by U+FFFD, so with the same length; the same object when it has none. */
    public static @Nullable String repairedOrNull(@Nullable String text) {
        return text == null ? null : repaired(text);
    }

    /** Like {@link #repairedOrNull}, for a text that is there. */
    public static String repaired(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            out = out == null ? new StringBuilder(text) : out;
            out.setCharAt(i, REPLACEMENT);
        }
        return out == null ? text : out.toString();
    }

    /** The first {@code length} code units at most; one less where the last would be the first half of a surrogate pair. */
    public static String prefix(String text, int length) {
        return text.length() <= length ? text : text.substring(0, boundary(text, length));
    }

    /** The index, or the one before where it is within a surrogate pair. */
    public static int boundary(String text, int index) {
        boolean split = index > 0
                && index < text.length()
                && Character.isHighSurrogate(text.charAt(index - 1))
                && Character.isLowSurrogate(text.charAt(index));
        return split ? index - 1 : index;
    }
}
