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
        if (text.length() <= length) {
            return text;
        }
        boolean split = length > 0
                && Character.isHighSurrogate(text.charAt(length - 1))
                && Character.isLowSurrogate(text.charAt(length));
        return text.substring(0, split ? length - 1 : length);
    }
}
