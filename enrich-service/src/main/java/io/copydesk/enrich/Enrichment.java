package io.copydesk.enrich;

import io.copydesk.enrich.entity.EntityFinder;
import io.copydesk.enrich.entity.EntityFinder.Reading;
import io.copydesk.enrich.language.LanguageChoice;
import io.copydesk.enrich.language.LanguageTags;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.sketch.Sketcher;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Pipeline;
import java.util.List;

/** What is read from a text: its language, mentions, quotes and keywords. A function of the article alone. For one thread. */
final class Enrichment {

    /** Keywords of an article whose page has none. */
    private static final int KEYWORDS = 6;

    private final LanguageChoice languages = new LanguageChoice();

    /**
     * An article with what its text tells.
     *
     * @param sketch to be decided on, without a time of arrival
     */
    record Enriched(Article article, Sketch sketch) {}

    /** The enriched article. */
    Enriched of(Article published) {
        Article cleaned = languages.fill(published);
        Sketch sketch = Sketcher.sketch(cleaned);
        String language = LanguageTags.primary(cleaned.inLanguage());
        Reading names = EntityFinder.read(language, cleaned.headline(), cleaned.articleBody());
        Article article = cleaned.toBuilder()
                .mentions(names.mentions())
                .quotes(names.quotes())
                .keywords(keywords(cleaned, sketch))
                .build();
        return new Enriched(article, sketch);
    }

    /** The keywords of the page, else the heaviest terms of the text. */
    private static List<String> keywords(Article article, Sketch sketch) {
        return article.keywords().isEmpty() ? sketch.terms().keywords(KEYWORDS) : article.keywords();
    }

    /** Loads the language model and the tables of names and words, which otherwise the first article waits for. */
    static void loadTables() {
        new Enrichment()
                .of(Article.builder()
                        .id("none")
                        .headline("The ferry to Ternquay runs again")
                        .articleBody("The ferry to Ternquay runs again, the harbour office in Lisbon said on Monday.")
                        .pipeline(Pipeline.builder()
                                .inputId("none")
                                .site("ferry.example")
                                .fetched("2026-11-27T20:00:00Z")
                                .eventTime("2026-11-27T20:00:00Z")
                                .textDigest("")
                                .contentDigest("")
                                .extractor("none")
                                .build())
                        .build());
    }
}
