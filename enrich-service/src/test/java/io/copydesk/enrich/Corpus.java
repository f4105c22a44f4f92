package io.copydesk.enrich;

import io.copydesk.schemas.Access;
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
        Pipeline pipeline = new Pipeline(
                "input of " + id,
                site,
                eventTime,
                eventTime,
                null,
                digest,
                headline + digest,
                "cleaner 1",
                List.of(),
                Access.FREE,
                null,
                null);
        return new Article(
                Article.CONTEXT,
                Article.TYPE,
                id,
                "https://" + site + "/" + id,
                headline,
                null,
                body,
                null,
                List.of(),
                null,
                null,
                null,
                "en",
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                1,
                pipeline);
    }

    /** The next version of an article, with another text. */
    public static Article revised(Article article, String body) {
        Article next = article(
                article.id(), article.pipeline().site(), article.pipeline().eventTime(), article.headline(), body);
        return next.withVersion(article.version() + 1);
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
