package io.copydesk.extraction.date;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into numbers, words and marks. Words end at humps too, so that glued heads come apart ({@code SauerFri}). */
final class DateTokens {

    enum Type {
        NUMBER,
        WORD,
        MARK
    }

    /**
     * @param value of a number, else 0
     * @param start first character in the text
     * @param end one after the last
     */
    record Token(Type type, String text, int value, int start, int end) {
        boolean isNumber() {
            return type == Type.NUMBER;
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
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = i + 1;
            if (c >= '0' && c <= '9') {
                while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                    end++;
                }
                int value = end - i <= 8 ? Integer.parseInt(text.substring(i, end)) : -1;
                tokens.add(new Token(Type.NUMBER, text.substring(i, end), value, i, end));
            } else if (isDateSign(c)) {
                tokens.add(new Token(Type.WORD, text.substring(i, end), 0, i, end));
            } else if (Character.isLetter(c)) {
                end = endOfWord(text, i);
                tokens.add(new Token(Type.WORD, text.substring(i, end), 0, i, end));
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                tokens.add(new Token(Type.MARK, text.substring(i, end), 0, i, end));
            }
            i = end;
        }
        return tokens;
    }

    private static boolean isDateSign(char c) {
        return "年月日년월일".indexOf(c) >= 0;
    }

    private static int endOfWord(String text, int start) {
        int end = start + 1;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (!Character.isLetter(c) && Character.getType(c) != Character.NON_SPACING_MARK || isDateSign(c)) {
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
