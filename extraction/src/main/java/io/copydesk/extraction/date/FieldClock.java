package io.copydesk.extraction.date;

import io.copydesk.extraction.date.DateTokens.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time in a field.
 *
 * @param from its first token
 * @param to the token after it
 */
record FieldClock(int hour, int minute, int second, int nano, int from, int to) {

    /** Whether enough was written for a time with seconds. */
    boolean hasSeconds() {
        return to - from >= 5;
    }

    /** The time, {@code null} when there is none. */
    static @Nullable FieldClock find(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isShort()
                    && i + 2 < tokens.size()
                    && isMark(tokens.get(i + 1))
                    && tokens.get(i + 2).isShort()) {
                return parted(tokens, i);
            }
        }
        return unparted(tokens);
    }

    private static FieldClock parted(List<Token> tokens, int at) {
        int hour = tokens.get(at).value();
        int minute = tokens.get(at + 2).value();
        int second = 0;
        int nano = 0;
        int next = at + 3;
        boolean seconds = isMark(tokens, next)
                && next + 1 < tokens.size()
                && tokens.get(next + 1).isShort();
        if (seconds) {
            second = tokens.get(next + 1).value();
            next += 2;
        }
        boolean fraction = next + 1 < tokens.size()
                && (tokens.get(next).is(".")
                        || tokens.get(next).is(",")
                        || tokens.get(next).is(":"))
                && tokens.get(next).glued()
                && tokens.get(next + 1).isNumber()
                && tokens.get(next + 1).glued();
        if (fraction) {
            nano = seconds ? nanos(tokens.get(next + 1).text()) : 0;
            next += 2;
        }
        return halves(tokens, hour, minute, second, nano, at, next);
    }

    /** {@code 20260303T070809}, {@code 2026-03-03T07Z}, {@code 3 Mar 2026 0708 GMT}, {@code March 3, 2026 7 pm}. */
    private static @Nullable FieldClock unparted(List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!token.isNumber()) {
                continue;
            }
            boolean marked = tokens.get(i - 1).is("t") && i > 1 && token.glued();
            boolean half = token.digits() <= 2 && i + 1 < tokens.size() && isHalf(tokens.get(i + 1));
            boolean military = token.digits() == 4
                    && !token.glued()
                    && i + 1 < tokens.size()
                    && tokens.get(i - 1).isNumber()
                    && tokens.get(i - 1).digits() == 4;
            if (!marked && !half && !military || token.digits() > 6 || token.digits() == 5) {
                continue;
            }
            int all = token.value();
            int digits = token.digits();
            int hour = digits <= 2 ? all : digits == 6 ? all / 10_000 : all / 100;
            int minute = digits <= 2 ? 0 : digits == 6 ? all / 100 % 100 : all % 100;
            boolean fraction = i + 2 < tokens.size()
                    && (tokens.get(i + 1).is(".") || tokens.get(i + 1).is(","))
                    && tokens.get(i + 2).isNumber();
            int nano = fraction && digits == 6 ? nanos(tokens.get(i + 2).text()) : 0;
            return halves(tokens, hour, minute, digits == 6 ? all % 100 : 0, nano, i, fraction ? i + 3 : i + 1);
        }
        return null;
    }

    /** With am or pm after it, or before it as in Korean and Chinese. */
    private static FieldClock halves(List<Token> tokens, int hour, int minute, int second, int nano, int at, int next) {
        int from = at;
        int to = next;
        String word = "";
        if (next < tokens.size() && isHalf(tokens.get(next))) {
            word = tokens.get(next).text();
            to++;
        } else if (at > 0 && isHalf(tokens.get(at - 1))) {
            word = tokens.get(at - 1).text();
            from--;
        }
        int shifted = word.isEmpty() || hour > 12 ? hour : hour % 12 + (DateWords.AFTERNOON.contains(word) ? 12 : 0);
        return new FieldClock(shifted, minute, second, nano, from, to);
    }

    private static boolean isHalf(Token token) {
        return DateWords.MORNING.contains(token.text()) || DateWords.AFTERNOON.contains(token.text());
    }

    private static boolean isMark(List<Token> tokens, int at) {
        return at < tokens.size() && isMark(tokens.get(at));
    }

    private static boolean isMark(Token token) {
        return token.is(":") || token.is("h") && token.glued();
    }

    private static int nanos(String digits) {
        int nanos = 0;
        for (int i = 0; i < 9; i++) {
            nanos = nanos * 10 + (i < digits.length() ? digits.charAt(i) - '0' : 0);
        }
        return nanos;
    }
}
