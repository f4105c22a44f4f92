package io.copydesk.extraction.page;

/** The numbers of the lines of a listing, which stand in an element of their own beside it. */
final class LineNumbers {

    private static final int LEAST = 2;
    private static final int MAX_DIGITS = 6;

    private LineNumbers() {}

    /** {@code text}, or nothing where each of its lines is the number after that of the line above. */
    static String without(String text) {
        if (!Character.isDigit(text.charAt(0))) {
            return text;
        }
        String[] lines = text.split("\\s*\n\\s*");
        for (int i = 0; i < lines.length; i++) {
            if (!isNumber(lines[i]) || i > 0 && Integer.parseInt(lines[i]) != Integer.parseInt(lines[i - 1]) + 1) {
                return text;
            }
        }
        return lines.length < LEAST ? text : "";
    }

    private static boolean isNumber(String line) {
        return !line.isEmpty() && line.length() <= MAX_DIGITS && line.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
