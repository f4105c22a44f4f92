package io.copydesk.schemas;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * Scripts that do not part words by spaces, or part them otherwise than a reader types them: Chinese, Japanese, Korean, Thai, Lao, Khmer,
 * Burmese. Where texts are searched for what somebody typed, each of their characters is a word. Pure, thread-safe.
 */
public final class UnspacedScripts {

    private static final Set<UnicodeScript> FREELY_SPACED =
            Set.of(UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

    private static final Set<UnicodeScript> OTHERS =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    /** The mark of a long vowel in Japanese: a letter of no script by itself. */
    private static final int LONG_VOWEL = 'ー';

    /** Latin, Greek, Cyrillic, Hebrew and Arabic letters are below; most characters are. */
    private static final int FIRST = 0x0E00;

    private UnspacedScripts() {}

    /** Whether a character is of one of these scripts. */
    public static boolean contains(int c) {
        return c >= FIRST && (c == LONG_VOWEL || OTHERS.contains(UnicodeScript.of(c)) || isFreelySpaced(c));
    }

    /** Whether a character is of a script in which a space is set as the writer likes: Thai, Lao, Khmer, Burmese. */
    public static boolean isFreelySpaced(int c) {
        return c >= FIRST && FREELY_SPACED.contains(UnicodeScript.of(c));
    }
}
