package io.copydesk.ingest.boilerplate;

import io.copydesk.schemas.CombiningMarks;
import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.NormalForms;
import java.util.ArrayList;
import java.util.List;

/**
 * A line as words, as far as they tell one wording from another: compatibility forms and case are folded, every number is
 * {@code 0}, and so is a single word between two numbers (a month in a date). Scripts without spaces give one word for each
 * character. A pure function of the text.
 */
final class LineWords {

    private static final String NUMBER = "0";

    private LineWords() {}

    static List<String> of(String line) {
        String folded = folded(line);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (isUnspaced(c)) {
                flush(word, words);
                words.add(Character.toString(c));
            } else if (Character.isLetterOrDigit(c) || CombiningMarks.isMark(c)) {
                word.appendCodePoint(c);
            } else {
                flush(word, words);
            }
        }
        flush(word, words);
        for (int i = 1; i + 1 < words.size(); i++) {
            if (words.get(i - 1).equals(NUMBER) && words.get(i + 1).equals(NUMBER)) {
                words.set(i, NUMBER);
            }
        }
        return words;
    }

    /** Whether the script of {@code c} writes no spaces between words. */
    static boolean isUnspaced(int c) {
        return c >= 0x0E00 && c <= 0x0EFF
                || c >= 0x1000 && c <= 0x109F
                || c >= 0x1780 && c <= 0x17FF
                || c >= 0x3040 && c <= 0x30FF
                || c >= 0x3400 && c <= 0x9FFF
                || c >= 0x20000 && c <= 0x3FFFF;
    }

    private static String folded(String line) {
        return LowerCase.of(NormalForms.nfkc(line));
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(hasDigit(word) ? NUMBER : word.toString());
            word.setLength(0);
        }
    }

    private static boolean hasDigit(CharSequence word) {
        for (int i = 0; i < word.length(); ) {
            int c = Character.codePointAt(word, i);
            if (Character.isDigit(c)) {
                return true;
            }
            i += Character.charCount(c);
        }
        return false;
    }
}
