package io.copydesk.enrich;

import io.copydesk.extraction.language.LanguageDetector;
import io.copydesk.schemas.Article;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Fills in the language of articles that declare none, and corrects a declared one that the text contradicts. Thread-safe. */
final class LanguageChoice {

    /** A declared language is only doubted by a detection this sure. */
    private static final double SURE = 0.75;

    /** Tags for what the detector takes for one language. */
    private static final Map<String, String> ALIKE = Map.ofEntries(
            Map.entry("nb", "no"),
            Map.entry("nn", "no"),
            Map.entry("iw", "he"),
            Map.entry("in", "id"),
            Map.entry("ms", "id"),
            Map.entry("bs", "hr"),
            Map.entry("sh", "hr"),
            Map.entry("sr", "hr"),
            Map.entry("yue", "zh"),
            Map.entry("prs", "fa"));

    private static final Set<String> ISO_639 = Set.of(Locale.getISOLanguages());

    private final LanguageDetector detector = LanguageDetector.create();

    Article fill(Article article) {
        String declared = article.inLanguage();
        if (declared != null && !detector.knows(declared) && ISO_639.contains(common(declared))) {
            return article;
        }
        return detector.detect(article.articleBody())
                .filter(found -> declared == null
                        || declared.isBlank()
                        || found.confidence() >= SURE && !common(declared).equals(common(found.language())))
                .map(found -> article.withLanguage(found.language()))
                .orElse(article);
    }

    private static String common(String tag) {
        String primary = tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return ALIKE.getOrDefault(primary, primary);
    }
}
