package io.copydesk.enrich;

import io.copydesk.schemas.Article;
import io.copydesk.schemas.Pipeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Invented articles for tests; the file holds id, site, event time and headline in a line, and the text below it. */
public final class Corpus {

    private Corpus() {}

    /** All articles of the file, as first versions. */
    public static List<Article> articles() {
        List<Article> articles = new ArrayList<>();
        for (String section : file().split("(?m)^== ")) {
            if (!section.isBlank()) {
                String[] head = section.lines().findFirst().orElseThrow().split(" \\| ");
                String body = section.substring(section.indexOf('\n')).strip();
                articles.add(article(head[0], head[1], known(head[2]), known(head[3]), body));
            }
        }
        return articles;
    }

    /** The article of the file with this id. */
    public static Article article(String id) {
        return articles().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
    }

    /** An article as the clean stage would write it. */
    public static Article article(String id, String site, String eventTime, String headline, String body) {
        String digest = body.isEmpty()
                ? ""
                : body.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip();
        return Article.builder()
                .id(id)
                .url("https://" + site + "/" + id)
                .headline(headline)
                .articleBody(body)
                .inLanguage("en")
                .pipeline(Pipeline.builder()
                        .inputId("input of " + id)
                        .site(site)
                        .fetched(eventTime)
                        .eventTime(eventTime)
                        .textDigest(digest)
                        .contentDigest(headline + digest)
                        .extractor("cleaner 1")
                        .build())
                .build();
    }

    /** The next version of an article, with another text. */
    public static Article revised(Article article, String body) {
        Article next = article(
                article.id(), article.pipeline().site(), article.pipeline().eventTime(), article.headline(), body);
        return next.toBuilder().version(article.version() + 1).build();
    }

    private static String known(String value) {
        return value.equals("-") ? null : value;
    }

    private static String file() {
        try (InputStream in = Corpus.class.getResourceAsStream("corpus.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
