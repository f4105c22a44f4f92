package io.copydesk.enrich.sketch;

import io.copydesk.schemas.CombiningMarks;
import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.NormalForms;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits a text into words. A Han or Kana character is a word of its own, as those scripts write no spaces. */
final class WordTokenizer {

    /** Words beyond this many are not read, which bounds the cost of a hostile text. */
    static final int LIMIT = 20_000;

    /** Characters of a word; the rest of a longer one is another, as terms, keywords and stories have words as they are. */
    static final int LONGEST = 250;

    /** By character of ASCII: whether it is a letter or digit, whether it may go on with a word, and whether a word after it opens a sentence. */
    private static final byte[] ASCII = new byte[0x80];

    private static final byte ALPHANUMERIC = 1;
    private static final byte JOINING = 2;
    private static final byte OPENING = 4;

    /** Characters of a word and the space after it, rather too few. */
    private static final int CHARACTERS = 5;

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = Character.isLetterOrDigit(c) ? ALPHANUMERIC : 0;
        }
        for (char c : new char[] {'\'', ',', '.'}) {
            ASCII[c] |= JOINING;
        }
        for (char c : new char[] {'.', '!', '?', '\n', ':', '"'}) {
            ASCII[c] |= OPENING;
        }
    }

    private final String text;
    private final WordForms forms;
    private final List<Word> words;
    private boolean opening = true;

    private WordTokenizer(String text, WordForms forms) {
        this.text = text;
        this.forms = forms;
        words = new ArrayList<>(Math.min(LIMIT, text.length() / CHARACTERS + 1));
    }

    /** The words of {@code text} in order; none for {@code null}. */
    static List<Word> of(@Nullable String text) {
        return text == null ? List.of() : of(text, new WordForms(text.length()));
    }

    /** The same, where words that another part of the text has too are the same objects. */
    static List<Word> of(@Nullable String text, WordForms forms) {
        if (text == null) {
            return List.of();
        }
        WordTokenizer words = new WordTokenizer(NormalForms.nfkc(text), forms);
        words.split();
        return words.words;
    }

    private void split() {
        int i = 0;
        while (i < text.length() && words.size() < LIMIT) {
            char c = text.charAt(i);
            if (c < ASCII.length) {
                if (is(c, ALPHANUMERIC)) {
                    i = word(i);
                } else {
                    opening |= is(c, OPENING);
                    i++;
                }
            } else if (isEastAsian(c)) {
                words.add(new Word(forms.of(String.valueOf(c)), false, opening, false));
                opening = false;
                i++;
            } else if (Character.isLetterOrDigit(c)) {
                i = word(i);
            } else if (c == '·' && i > 0 && isEastAsian(text.charAt(i - 1))) {
                words.add(
                        new Word(forms.of("·"), false, false, false)); // between the parts of a foreign name in Chinese
                i++;
            } else {
                opening |= c == '“' || c == '«';
                i++;
            }
        }
    }

    /** Whether a character of ASCII is of a kind. */
    private static boolean is(char c, byte kind) {
        return (ASCII[c] & kind) != 0;
    }

    private int word(int start) {
        int end = start;
        long hash = Shingles.HASH_OF_NONE;
        int most = Math.min(text.length(), start + LONGEST);
        while (end < most && isOfAscii(text.charAt(end))) {
            hash = Shingles.hash(hash, WordForms.small(text.charAt(end)));
            end++;
        }
        char first = text.charAt(start);
        boolean number = Character.isDigit(first);
        if (end > start && !(end < most && continues(start, end))) {
            add(forms.of(text, start, end, hash), first, number);
            return end;
        }
        end = Math.max(end, start + 1);
        while (end < most && continues(start, end)) {
            end++;
        }
        String written = text.substring(start, end);
        add(forms.of(number ? number(written) : bare(LowerCase.of(written))), first, number);
        return end;
    }

    private void add(WordForm form, char first, boolean number) {
        words.add(new Word(form, Character.isUpperCase(first), opening, number));
        opening = false;
    }

    private static boolean isOfAscii(char c) {
        return c < ASCII.length && is(c, ALPHANUMERIC);
    }

    private boolean continues(int start, int at) {
        char c = text.charAt(at);
        if (c < ASCII.length) {
            return is(c, ALPHANUMERIC) || is(c, JOINING) && joins(c, start, at);
        }
        if (isEastAsian(c)) {
            return false;
        }
        return Character.isLetterOrDigit(c) || CombiningMarks.isMark(c) || c == '’' && joins(c, start, at);
    }

    /** Whether a separator within a number, or an apostrophe, goes on with a word. */
    private boolean joins(char c, int start, int at) {
        if (at + 1 >= text.length()) {
            return false;
        }
        char next = text.charAt(at + 1);
        boolean digits = Character.isDigit(text.charAt(at - 1)) && Character.isDigit(next);
        boolean apostrophe = (c == '\'' || c == '’') && next == 's' && Character.isLetter(text.charAt(start));
        return (c == ',' || c == '.') && digits || apostrophe;
    }

    /** Without the separators of thousands; what is left is a decimal point. */
    private static String number(String written) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c != ',' && c != '.') {
                plain.append(Character.toLowerCase(c));
            } else if (written.length() - i - 1 < 3 || i + 4 < written.length() && isDigit(written, i + 4)) {
                plain.append('.');
            }
        }
        return plain.toString();
    }

    private static boolean isDigit(String text, int at) {
        return Character.isDigit(text.charAt(at));
    }

    private static String bare(String lower) {
        boolean possessive = lower.endsWith("'s") || lower.endsWith("’s");
        return possessive ? lower.substring(0, lower.length() - 2) : lower;
    }

    private static boolean isEastAsian(char c) {
        return c >= 0x3040 && c < 0x3100 || c >= 0x3400 && c < 0xA000;
    }
}
