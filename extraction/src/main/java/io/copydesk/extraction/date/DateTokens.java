package io.copydesk.extraction.date;

import io.copydesk.schemas.CombiningMarks;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into numbers, words and marks. Words end at humps too, so that glued heads come apart ({@code SauerFri}). */
final class DateTokens {

    private static final int MAX_DIGITS = 9;

    enum Type {
        NUMBER,
        WORD,
        MARK
    }

    /**
     * @param value of a number of at most nine digits, else -1
     * @param glued whether no space is before it
     * @param start first character in the text
     * @param end one after the last
     */
    record Token(Type type, String text, int value, boolean glued, int start, int end) {
        boolean isNumber() {
            return type == Type.NUMBER;
        }

        /** Whether this is a number of one or two digits. */
        boolean isShort() {
            return isNumber() && digits() <= 2;
        }

        boolean isWord() {
            return type == Type.WORD;
        }

        boolean is(String mark) {
            return text.equals(mark);
        }

        int digits() {
            return end - start;
        }
    }

    private DateTokens() {}

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        boolean glued = false;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            int end = i + 1;
            if (isDigit(c)) {
                while (end < text.length() && isDigit(text.charAt(end))) {
                    end++;
                }
                int value = end - i <= MAX_DIGITS ? Integer.parseInt(text.substring(i, end)) : -1;
                tokens.add(new Token(Type.NUMBER, text.substring(i, end), value, glued, i, end));
            } else if (Character.isLetter(c)) {
                end = isDateSign(c) ? end : endOfWord(text, i);
                tokens.add(new Token(Type.WORD, text.substring(i, end), -1, glued, i, end));
            } else if (!space) {
                tokens.add(new Token(Type.MARK, text.substring(i, end), -1, glued, i, end));
            }
            glued = !space;
            i = end;
        }
        return tokens;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9' || c > 0x7F && Character.isDigit(c);
    }

    private static boolean isDateSign(char c) {
        return "年月日년월일".indexOf(c) >= 0;
    }

    private static int endOfWord(String text, int start) {
        int end = start + 1;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (!Character.isLetter(c) && !CombiningMarks.isMark(c) || isDateSign(c)) {
                break;
            }
            boolean hump = Character.isUpperCase(c) && Character.isLowerCase(text.charAt(end - 1));
            boolean lastCapital = end + 1 < text.length()
                    && Character.isUpperCase(text.charAt(end - 1))
                    && Character.isUpperCase(c)
                    && Character.isLowerCase(text.charAt(end + 1));
            if (hump || lastCapital) {
                break;
            }
            end++;
        }
        return end;
    }
}
