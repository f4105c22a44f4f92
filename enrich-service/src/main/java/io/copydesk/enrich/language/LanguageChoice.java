package io.copydesk.enrich.language;

import io.copydesk.extraction.language.LanguageDetector;
import io.copydesk.schemas.Article;

/** Fills in the language of articles that declare none, and corrects a declared one that the text contradicts. Thread-safe. */
public final class LanguageChoice {

    /** Least confidence of a detection that overrides a declared language. */
    private static final double SURE = 0.75;

    private final LanguageDetector detector = LanguageDetector.create();

    /** The article with the language of its text, as far as that can be detected. */
    public Article fill(Article article) {
        String declared = article.inLanguage();
        return detector.choose(declared, article.articleBody(), SURE)
                .filter(language -> !language.equals(declared))
                .map(language -> article.toBuilder().inLanguage(language).build())
                .orElse(article);
    }
}
