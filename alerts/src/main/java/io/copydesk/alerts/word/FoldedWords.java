package io.copydesk.alerts.word;

import io.copydesk.schemas.CombiningMarks;
import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.NormalForms;
import io.copydesk.schemas.UnspacedScripts;
import io.copydesk.schemas.Utf16;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text, in a form in which case, accents and compatibility forms (UAX #15) do not count. A word is a run of letters, digits and
 * their marks. Characters of {@link UnspacedScripts} are a word each: there a phrase of such words is any substring.
 *
 * <p>Vowel signs are parts of words; what is dropped are accents of Latin, Greek and Cyrillic letters (й and ў are letters of
 * their own and stay), points of Hebrew, vowel marks and the tatweel of Arabic.
 */
public final class FoldedWords {

    /** Words beyond this many are not read, which bounds the cost of a hostile text. */
    public static final int LIMIT = 20_000;

    private static final int MOST_CHARACTERS = 400_000;

    /** Letters that no normalisation takes apart, and spellings of one letter. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ø', "o"),
            Map.entry('ł', "l"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('ı', "i"),
            Map.entry('ς', "σ"),
            Map.entry('ى', "ي"),
            Map.entry('ٱ', "ا"));

    private static final char BREVE = '\u0306';
    private static final char TATWEEL = '\u0640';

    private FoldedWords() {}

    /** The words of {@code text} in order; none for {@code null}. */
    public static List<String> of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        String folded = folded(Utf16.prefix(text, MOST_CHARACTERS));
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < folded.length() && words.size() < LIMIT; ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (!isOfWord(c)) {
                if (Character.getType(c) != Character.FORMAT) { // joiners and soft hyphens stand within words
                    end(word, words);
                }
            } else if (UnspacedScripts.contains(c)) {
                end(word, words);
                words.add(Character.toString(c));
            } else if (!CombiningMarks.isMark(c) || !word.isEmpty()) {
                word.appendCodePoint(c);
            }
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isOfWord(int c) {
        return Character.isLetterOrDigit(c) || CombiningMarks.isMark(c);
    }

    private static String folded(String text) {
        String apart = LowerCase.of(NormalForms.of(text, Form.NFKD));
        StringBuilder kept = new StringBuilder(apart.length());
        char base = 0;
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c == TATWEEL || isAccent(c) && !(c == BREVE && (base == 'и' || base == 'у'))) {
                continue;
            }
            base = c;
            String letters = LETTERS.get(c);
            if (letters == null) {
                kept.append(c);
            } else {
                kept.append(letters);
            }
        }
        return NormalForms.of(kept.toString(), Form.NFC);
    }

    private static boolean isAccent(char c) {
        return c >= '\u0300' && c <= '\u036f' // Latin, Greek, Cyrillic
                || c >= '\u0591' && c <= '\u05c7' && Character.getType(c) == Character.NON_SPACING_MARK // Hebrew
                || c >= '\u064b' && c <= '\u065f' // Arabic
                || c == '\u0670';
    }
}
