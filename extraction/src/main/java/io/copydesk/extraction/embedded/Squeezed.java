package io.copydesk.extraction.embedded;

import org.jspecify.annotations.Nullable;

/** Reduces texts to their letters and digits, so that markup, punctuation and blanks do not count. */
final class Squeezed {

    private Squeezed() {}

    /** The first {@code most} letters and digits of {@code text}, tags left out. */
    static String beginning(String text, int most) {
        StringBuilder out = new StringBuilder(Math.min(most, text.length()));
        boolean tag = false;
        for (int i = 0; i < text.length() && out.length() < most; i++) {
            char c = text.charAt(i);
            tag = c == '<' || tag && c != '>';
            if (!tag && Character.isLetterOrDigit(c)) {
                out.append(Character.toLowerCase(c));
            }
        }
        return out.toString();
    }

    static String of(@Nullable String text) {
        return text == null ? "" : beginning(text, Integer.MAX_VALUE);
    }
}
