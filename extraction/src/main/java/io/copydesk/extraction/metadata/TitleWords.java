package io.copydesk.extraction.metadata;

import io.copydesk.schemas.CombiningMarks;
import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.NormalForms;
import java.util.Set;

/** The words of titles. */
final class TitleWords {

    private TitleWords() {}

    /** The words of {@code text} in lower case with one blank between, in Unicode's form NFKC: equal for titles that differ in marks, case and white space. */
    static String key(String text) {
        String plain = LowerCase.of(NormalForms.nfkc(text));
        StringBuilder out = new StringBuilder(plain.length());
        boolean gap = false;
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            boolean word = Character.isLetterOrDigit(c) || CombiningMarks.isMark(c);
            if (word) {
                out.append(gap && out.length() > 0 ? " " : "").appendCodePoint(c);
            }
            gap = !word;
        }
        return out.toString();
    }

    /** Shared words by all words of both, 0–1. */
    static double likeness(Set<String> one, Set<String> other) {
        long shared = one.stream().filter(other::contains).count();
        long all = one.size() + other.size() - shared;
        return all == 0 ? 0 : (double) shared / all;
    }

    /** How many pictures, such as emoji, stand in {@code text}. */
    static int symbols(String text) {
        int symbols = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            symbols += c > 0x7F && Character.getType(c) == Character.OTHER_SYMBOL ? 1 : 0;
        }
        return symbols;
    }
}
