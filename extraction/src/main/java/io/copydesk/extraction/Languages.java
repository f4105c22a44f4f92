package io.copydesk.extraction;

import io.copydesk.extraction.language.LanguageDetector;
import io.copydesk.extraction.notice.Passage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The language of an article: the declared one unless a long text contradicts it, the detected one where none is declared. */
final class Languages {

    private static final int SAMPLE = 4000;
    /** Characters of a paragraph at least. Shorter lines are read last: a notice above the text may be in another language, and reading ends early. */
    private static final int PARAGRAPH = 140;

    /** Templates declare the language they were written in; only a text longer than this, in characters, is evidence against it. */
    private static final int LONG = 400;

    private static final double SURE = 0.9;
    /** A shorter text than {@link #LONG} is evidence as well when nothing speaks for the declared language. */
    private static final int SHORT = 200;

    private static final double VERY_SURE = 0.99;
    private static final double NEVER_SURE = 2;

    private Languages() {}

    /** A BCP 47 tag, {@code null} when none is declared and none is detected. */
    static @Nullable String choose(@Nullable String declared, List<Passage> passages, LanguageDetector detector) {
        StringBuilder sample = new StringBuilder(SAMPLE + 256);
        append(passages, true, sample);
        append(passages, false, sample);
        double sure = sample.length() > LONG ? SURE : sample.length() > SHORT ? VERY_SURE : NEVER_SURE;
        return detector.choose(declared, sample.toString(), sure).orElse(null);
    }

    private static void append(List<Passage> passages, boolean paragraphs, StringBuilder sample) {
        for (Passage p : passages) {
            if (sample.length() > SAMPLE) {
                break;
            }
            if (p.text().length() >= PARAGRAPH == paragraphs) {
                sample.append(p.text(), 0, Math.min(p.text().length(), SAMPLE)).append('\n');
            }
        }
    }
}
