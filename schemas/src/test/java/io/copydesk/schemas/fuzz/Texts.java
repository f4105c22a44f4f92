package io.copydesk.schemas.fuzz;

/** Properties of texts that parsers give out. */
public final class Texts {

    private Texts() {}

    /** Fails when {@code text} has a surrogate without its partner, which no UTF-8 can represent; {@code null} passes. */
    public static void wellFormed(String text) {
        for (int i = 0; text != null && i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new AssertionError("lone surrogate at " + i + " of a text of " + text.length());
            }
        }
    }

    /** Fails when {@code text} is not well-formed or has a control other than line feeds and tabs. */
    public static void plain(String text) {
        wellFormed(text);
        for (int i = 0; text != null && i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\t') {
                throw new AssertionError("control U+" + Integer.toHexString(c) + " at " + i);
            }
        }
    }

    /** Fails when {@code text} is not {@link #plain} or has more than one line. */
    public static void line(String text) {
        plain(text);
        if (text != null && (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0)) {
            throw new AssertionError("line feed or tab in a line");
        }
    }
}
