package io.copydesk.extraction.date;

import io.copydesk.extraction.date.DateTokens.Token;
import io.copydesk.schemas.LowerCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time of day as written: the hour may be 24 and the second 60.
 *
 * @param start its first token
 * @param end the token after it
 */
record Clock(int hour, int minute, int second, int nano, int start, int end) {

    /** The time at token {@code i} of running text: {@code 12:35}, {@code 12.35}, {@code 18 h 05}, {@code 7 pm}, {@code 10時05分}; {@code null} when there is none. */
    static @Nullable Clock inProse(List<Token> t, int i) {
        if (i >= t.size() || !t.get(i).isShort()) {
            return null;
        }
        if (i + 2 < t.size()
                && isMark(t, i + 1, true)
                && t.get(i + 2).isShort()
                && t.get(i + 2).digits() == 2) {
            return parted(t, i, true);
        }
        if (i + 3 < t.size() && isOfHour(t.get(i + 1)) && t.get(i + 2).isShort() && isOfMinute(t.get(i + 3))) {
            int end = t.get(i + 3).text().length() == 1 ? i + 4 : i + 3;
            return halved(t, t.get(i).value(), t.get(i + 2).value(), 0, 0, i, end, true);
        }
        return halfEnd(t, i + 1) == 0 ? null : halved(t, t.get(i).value(), 0, 0, 0, i, i + 1, true);
    }

    /** The time anywhere in a field, {@code null} when there is none. */
    static @Nullable Clock inField(List<Token> t) {
        for (int i = 0; i + 2 < t.size(); i++) {
            if (t.get(i).isShort() && t.get(i + 2).isShort() && (isMark(t, i + 1, false) || isDotted(t, i))) {
                return parted(t, i, false);
            }
        }
        return unparted(t);
    }

    /** {@code 7.08 pm}, {@code 19.08 Uhr}, {@code kl. 19.08}: only a word tells such a time from a day and its month. */
    private static boolean isDotted(List<Token> t, int i) {
        boolean dotted = t.get(i + 1).is(".")
                && t.get(i + 2).digits() == 2
                && t.get(i + 2).glued();
        boolean longer =
                i + 4 < t.size() && t.get(i + 3).is(".") && t.get(i + 4).isNumber();
        if (!dotted || longer) {
            return false;
        }
        int before = i > 0 && t.get(i - 1).is(".") ? i - 2 : i - 1;
        return halfEnd(t, i + 3) > 0
                || i + 3 < t.size()
                        && DateWords.AFTER_DOTTED.contains(t.get(i + 3).text())
                || before >= 0 && DateWords.BEFORE_DOTTED.contains(t.get(before).text());
    }

    /** Whether enough was written for a time with seconds. */
    boolean hasSeconds() {
        return end - start >= 5;
    }

    private static Clock parted(List<Token> t, int at, boolean prose) {
        int second = 0;
        int nano = 0;
        int next = at + 3;
        boolean seconds = isMark(t, next, false) && isShort(t, next + 1);
        if (seconds) {
            second = t.get(next + 1).value();
            next += 2;
        }
        boolean fraction = (seconds || !prose)
                && next + 1 < t.size()
                && ".,:".contains(t.get(next).text())
                && t.get(next).glued()
                && t.get(next + 1).isNumber()
                && t.get(next + 1).glued();
        if (fraction) {
            nano = seconds ? nanos(t.get(next + 1).text()) : 0;
            next += 2;
        }
        return halved(t, t.get(at).value(), t.get(at + 2).value(), second, nano, at, next, prose);
    }

    /** {@code 20260303T070809}, {@code 2026-03-03T07Z}, {@code 3 Mar 2026 0708 GMT}, {@code March 3, 2026 7 pm}. */
    private static @Nullable Clock unparted(List<Token> t) {
        for (int i = 1; i < t.size(); i++) {
            Token token = t.get(i);
            if (!token.isNumber()) {
                continue;
            }
            int digits = token.digits();
            boolean marked = t.get(i - 1).is("t") && i > 1 && token.glued();
            boolean half = digits <= 2 && halfEnd(t, i + 1) > 0;
            boolean military = digits == 4
                    && !token.glued()
                    && i + 1 < t.size()
                    && t.get(i - 1).isNumber()
                    && t.get(i - 1).digits() == 4;
            if (!marked && !half && !military || digits > 6 || digits == 5) {
                continue;
            }
            int all = token.value();
            int hour = digits <= 2 ? all : digits == 6 ? all / 10_000 : all / 100;
            int minute = digits <= 2 ? 0 : digits == 6 ? all / 100 % 100 : all % 100;
            boolean fraction = i + 2 < t.size()
                    && (t.get(i + 1).is(".") || t.get(i + 1).is(","))
                    && t.get(i + 2).isNumber();
            int nano = fraction && digits == 6 ? nanos(t.get(i + 2).text()) : 0;
            int next = fraction ? i + 3 : i + 1;
            return halved(t, hour, minute, digits == 6 ? all % 100 : 0, nano, i, next, false);
        }
        return null;
    }

    /** With am or pm after it, or in a field before it, as in Korean and Chinese. */
    private static Clock halved(
            List<Token> t, int hour, int minute, int second, int nano, int at, int next, boolean prose) {
        int start = at;
        int end = next;
        int half = next;
        if (halfEnd(t, next) > 0) {
            end = halfEnd(t, next);
        } else if (!prose && at > 0 && halfEnd(t, at - 1) > 0) {
            half = at - 1;
            start = half;
        }
        boolean none = start == at && end == next;
        int shifted = none || hour > 12 ? hour : hour % 12 + (DateWords.AFTERNOON.contains(half(t, half)) ? 12 : 0);
        return new Clock(shifted, minute, second, nano, start, end);
    }

    /** The token after the half of the day at {@code i}, 0 when there is none. */
    private static int halfEnd(List<Token> t, int i) {
        if (i >= t.size()) {
            return 0;
        }
        String word = half(t, i);
        if (!DateWords.MORNING.contains(word) && !DateWords.AFTERNOON.contains(word)) {
            return 0;
        }
        if (word.length() == t.get(i).digits()) {
            return i + 1;
        }
        return i + 3 < t.size() && t.get(i + 3).is(".") ? i + 4 : i + 3;
    }

    /** The word at {@code i} in lower case; {@code a.m.} without its full stops. */
    private static String half(List<Token> t, int i) {
        boolean dotted =
                t.get(i).digits() == 1 && i + 2 < t.size() && t.get(i + 1).is(".");
        String word = dotted ? t.get(i).text() + t.get(i + 2).text() : t.get(i).text();
        return LowerCase.of(word);
    }

    private static boolean isMark(List<Token> t, int i, boolean prose) {
        if (i >= t.size()) {
            return false;
        }
        Token mark = t.get(i);
        return mark.is(":") || mark.text().equalsIgnoreCase("h") && (prose || mark.glued()) || prose && mark.is(".");
    }

    /** The sign behind an hour in Japanese, Chinese and Korean. */
    private static boolean isOfHour(Token token) {
        return token.text().length() == 1 && "時时点點시".contains(token.text());
    }

    private static boolean isOfMinute(Token token) {
        return "分분".indexOf(token.text().charAt(0)) >= 0;
    }

    private static boolean isShort(List<Token> t, int i) {
        return i < t.size() && t.get(i).isShort();
    }

    static int nanos(String digits) {
        return Integer.parseInt((digits + "000000000").substring(0, 9));
    }
}
