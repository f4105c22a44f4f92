package io.copydesk.ingest.feed;

import java.util.ArrayList;
import java.util.List;

/** The numbers, words and marks of a date. */
final class DateLexer {

    private DateLexer() {}

    /**
     * A piece of a date.
     *
     * @param text folded, see {@link DateWords#fold}
     * @param number its value; -1 when it is none or has more than nine digits
     * @param glued whether no space stands before it
     */
    record Token(String text, int number, boolean glued) {

        boolean isNumber() {
            return Character.isDigit(text.charAt(0));
        }

        boolean isWord() {
            return Character.isLetter(text.charAt(0));
        }

        boolean is(String mark) {
            return text.equals(mark);
        }

        int digits() {
            return text.length();
        }
    }

    static List<Token> tokens(String folded) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < folded.length()) {
            int from = at;
            char c = folded.charAt(at++);
            if (c == ' ') {
                continue;
            }
            boolean glued = from > 0 && folded.charAt(from - 1) != ' ';
            if (isDigit(c)) {
                while (at < folded.length() && isDigit(folded.charAt(at))) {
                    at++;
                }
                int number = at - from > 9 ? -1 : Integer.parseInt(folded.substring(from, at));
                tokens.add(new Token(folded.substring(from, at), number, glued));
            } else if (Character.isLetter(c)) {
                while (at < folded.length() && isLetter(folded.charAt(at))) {
                    at++;
                }
                tokens.add(new Token(folded.substring(from, at), -1, glued));
            } else {
                tokens.add(new Token(String.valueOf(c), -1, glued));
            }
        }
        return tokens;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) || c == '_';
    }
}
