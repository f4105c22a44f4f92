package io.copydesk.extraction.charset;

import java.nio.charset.Charset;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Guesses the charset of bytes that are no UTF-8: they are decoded in turn as every charset the web used, and the reading that is likeliest as a
 * text of a language written in that charset wins. Stateless and thread-safe.
 */
final class CharsetDetector {

    /** What a reading must gain over the one before it, in the models' units: charsets that differ in few letters are tried in order of use. */
    private static final int SOME_GAIN = 12;

    /** What it must gain over the declared one: so much at all, and so much for each character that it reads otherwise. */
    private static final int CLEAR_GAIN = 32;

    private static final int CLEAR_GAIN_PER_CHARACTER = 4;

    private static final Charset DEFAULT = Charset.forName("windows-1252");

    private CharsetDetector() {}

    /**
     * The charset of {@code bytes}.
     *
     * @param declared believed unless another reading is far likelier; {@code null} when nothing was declared
     */
    static Charset detect(byte[] bytes, Charset declared) {
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

    /** Characters read otherwise: those at the same place that are not the same, or all beyond ASCII when the readings are not equally long. */
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
