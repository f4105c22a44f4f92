package io.copydesk.extraction.notice;

/** The words of {@link NoticeWords} one by one, each with its hash, so that none is allocated that nobody asks for. Not thread-safe. */
final class WordCursor {

    private final String plain;
    /** The character that is read next. */
    private int at;
    /** Where the word that is read begins, -1 between words; and the hash of what was read of it. */
    private int open = -1;

    private int openHash;
    /** Whether the character before {@link #at} is a word by itself that was not told yet. */
    private boolean sign;

    private int from;
    private int to;
    private int hash;

    private WordCursor(String plain) {
        this.plain = plain;
    }

    /** In front of the first word of {@code text}. */
    static WordCursor of(String text) {
        String simple = FoldTable.fold(text);
        return new WordCursor(simple == null ? NoticeWords.fold(text) : simple);
    }

    /** Goes to the next word; {@code false} behind the last. */
    boolean next() {
        if (sign) {
            sign = false;
            return tell(at - 1, at, plain.charAt(at - 1));
        }
        while (at <= plain.length()) {
            int i = at++;
            char c = i < plain.length() ? plain.charAt(i) : ' ';
            if (open >= 0 && isPlainLetter(c) && isPlainLetter(plain.charAt(i - 1))) {
                openHash = 31 * openHash + c;
                continue;
            }
            boolean part = c != ' '
                    && (Character.isLetterOrDigit(c)
                            || open >= 0 && Character.getType(c) == Character.COMBINING_SPACING_MARK);
            boolean single = c == '%' || c == '©';
            if (open >= 0 && (!part || isEdge(c, plain.charAt(i - 1)))) {
                tell(open, i, openHash);
                open = part ? i : -1;
                openHash = c;
                sign = single;
                return true;
            }
            if (part) {
                openHash = open < 0 ? c : 31 * openHash + c;
                open = open < 0 ? i : open;
            } else if (single) {
                return tell(i, at, c);
            }
        }
        return false;
    }

    private boolean tell(int start, int end, int itsHash) {
        from = start;
        to = end;
        hash = itsHash;
        return true;
    }

    private static boolean isEdge(char c, char before) {
        return Character.isDigit(c) != Character.isDigit(before)
                || NoticeWords.isWhole(c)
                || NoticeWords.isWhole(before);
    }

    private static boolean isPlainLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** The word. */
    String word() {
        return substring(from, to);
    }

    /** Where it begins in the folded text. */
    int start() {
        return from;
    }

    /** One after its last character there. */
    int end() {
        return to;
    }

    /** A part of the folded text. */
    String substring(int start, int end) {
        return plain.substring(start, end);
    }

    /** Whether {@code word} is at {@code start} of the folded text. */
    boolean isAt(int start, String word) {
        return plain.startsWith(word, start);
    }

    /** A character of the folded text. */
    char charAt(int i) {
        return plain.charAt(i);
    }

    /** Its {@link String#hashCode}. */
    int hash() {
        return hash;
    }
}
