package io.copydesk.extraction;

import io.copydesk.extraction.language.LanguageDetector;
import io.copydesk.extraction.notice.Passage;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The language of an article: what the page declares, else what its text looks like. */
final class Languages {

    private static final int SAMPLE = 4000;
    private static final double SURE = 0.9;
    private static final Set<String> ISO_639 = Set.of(Locale.getISOLanguages());

    private Languages() {}

    /** A BCP 47 tag, {@code null} when neither the page nor its text tells. */
    static String choose(String declared, List<Passage> passages, LanguageDetector detector) {
        StringBuilder sample = new StringBuilder(SAMPLE + 256);
        for (Passage p : passages) {
            if (sample.length() > SAMPLE) {
                break;
            }
            sample.append(p.text(), 0, Math.min(p.text().length(), SAMPLE)).append('\n');
        }
        String text = sample.toString();
        if (declared == null) {
            return detector.detect(text)
                    .map(LanguageDetector.Detection::language)
                    .orElse(null);
        }
        if (!detector.knows(declared) && ISO_639.contains(primary(declared))) {
            return declared;
        }
        // Templates declare the language they were written in; a long text that is surely in another one knows better.
        return detector.detect(text)
                .filter(d -> d.confidence() >= SURE && text.length() > 400)
                .map(LanguageDetector.Detection::language)
                .filter(found -> !primary(found).equals(primary(declared)))
                .orElse(declared);
    }

    /** Norwegian is declared by its written form, and detected as what both are. */
    private static String primary(String tag) {
        String primary = tag.split("-", 2)[0];
        return primary.equals("nb") || primary.equals("nn") ? "no" : primary;
    }
}
