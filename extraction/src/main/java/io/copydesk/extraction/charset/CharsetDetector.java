package io.copydesk.extraction.charset;

import java.nio.charset.Charset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Detects the charset of bytes that are not UTF-8: they are decoded as each charset in use on the web, and the most likely reading as a text of a
 * language written in that charset wins. Stateless and thread-safe.
 */
final class CharsetDetector {

    /** Least gain of a reading over the best so far, in the models' units: charsets that differ in few letters are tried in order of use. */
    private static final int SOME_GAIN = 12;

    /** Least gain over the declared one, and for each character that is read differently. */
    private static final int CLEAR_GAIN = 32;

    private static final int CLEAR_GAIN_PER_CHARACTER = 4;

    private static final Charset DEFAULT = Charset.forName("windows-1252");

    private CharsetDetector() {}

    /**
     * The charset of {@code bytes}.
     *
     * @param declared kept unless another reading is far likelier; {@code null} when none was declared
     */
    static Charset detect(byte[] bytes, @Nullable Charset declared) {
        byte[] sample = TextSample.of(bytes);
        Charset first = declared == null ? DEFAULT : declared;
        String reading = decode(sample, first);
        int least = cost(reading, LetterTables.LANGUAGES.values(), Integer.MAX_VALUE);
        Charset best = first;
        int bestCost = least - SOME_GAIN;
        for (Map.Entry<Charset, List<TextCostModel>> entry : LetterTables.CHARSETS.entrySet()) {
            if (entry.getKey().equals(first)) {
                continue;
            }
            String other = decode(sample, entry.getKey());
            int gain =
                    declared == null ? SOME_GAIN : CLEAR_GAIN + CLEAR_GAIN_PER_CHARACTER * differences(reading, other);
            int limit = Math.min(bestCost, least - gain);
            int cost = cost(other, entry.getValue(), limit);
            if (cost < limit) {
                best = entry.getKey();
                bestCost = cost - SOME_GAIN;
            }
        }
        return best;
    }

    /** Whether one character may take several bytes. */
    static boolean isMultiByte(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() > 1;
    }

    private static int cost(String text, Collection<TextCostModel> models, int limit) {
        int least = limit;
        for (TextCostModel model : models) {
            least = Math.min(least, model.cost(text, least));
        }
        return least;
    }

    /** Number of characters that are read differently: compared place by place, or all beyond ASCII when the readings differ in length. */
    private static int differences(String reading, String other) {
        boolean aligned = reading.length() == other.length();
        int n = 0;
        for (int i = 0; i < other.length(); i++) {
            char c = other.charAt(i);
            n += aligned ? (c == reading.charAt(i) ? 0 : 1) : (c < 0x80 ? 0 : 1);
        }
        return n;
    }

    private static String decode(byte[] sample, Charset charset) {
        return LetterFolding.compose(new String(sample, charset));
    }
}
