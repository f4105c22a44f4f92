package io.copydesk.ingest.feed;

import java.util.List;

/**
 * A cursor over the lower-case text of a date. Numbers and words that are not there read as -1 and leave it where it
 * is.
 */
final class DateTokens {

    private final String text;
    private int at;

    private DateTokens(String text) {
        this.text = text;
    }

    static DateTokens of(String text) {
        return new DateTokens(text);
    }

    boolean end() {
        skipAny(" ");
        return at == text.length();
    }

    /** How many digits follow. */
    int digits() {
        int end = at;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end - at;
    }

    /** The number that follows when it has so many digits. */
    int number(int least, int most) {
        int digits = digits();
        if (digits < least || digits > most) {
            return -1;
        }
        int number = Integer.parseInt(text.substring(at, at + digits));
        at += digits;
        return number;
    }

    /** The digits that follow as a fraction of a second, in nanoseconds. */
    int fraction() {
        int nanos = 0;
        int read = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            nanos = read < 9 ? nanos * 10 + text.charAt(at) - '0' : nanos;
            read++;
            at++;
        }
        for (int i = read; i < 9; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    boolean skip(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    void skipAny(String characters) {
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    void skipWord(String word) {
        if (peekWord().equals(word)) {
            word();
        }
        skipAny(" ");
    }

    /** The letters that follow. */
    String word() {
        String word = peekWord();
        at += word.length();
        return word;
    }

    private String peekWord() {
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end);
    }

    /** Goes past a weekday to the first number; 1–12 when a month's name stands before it, else 0. */
    int skipToDate(List<String> months) {
        int month = 0;
        while (at < text.length() && !isDigit(text.charAt(at))) {
            String word = word();
            if (word.isEmpty()) {
                at++;
            } else {
                month = indexOf(months, word);
            }
        }
        return month;
    }

    /** 1–12 for the month whose name follows, -1 when none does. */
    int month(List<String> months) {
        int month = indexOf(months, word());
        return month == 0 ? -1 : month;
    }

    /** The hour of the day, when am or pm follows. */
    int twelveHourClock(int hour) {
        skipAny(" ");
        String word = peekWord();
        boolean pm = word.equals("pm");
        if (!pm && !word.equals("am") || hour > 12) {
            return hour;
        }
        word();
        return hour % 12 + (pm ? 12 : 0);
    }

    private static int indexOf(List<String> months, String word) {
        return word.length() < 3 ? 0 : months.indexOf(word.substring(0, 3)) + 1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
