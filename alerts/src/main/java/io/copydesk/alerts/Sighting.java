package io.copydesk.alerts;

import io.copydesk.schemas.Article;
import io.copydesk.schemas.Mention;
import io.copydesk.schemas.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * An article as it was seen last. Persisted.
 *
 * @param digest of all that rules read of it
 * @param at its last arrival, epoch milliseconds
 */
record Sighting(long digest, long at) {

    static Sighting of(Article article, long at) {
        String read = String.join(
                "\n",
                article.pipeline().textDigest(),
                String.valueOf(article.headline()),
                String.valueOf(article.description()),
                String.valueOf(article.inLanguage()),
                Boolean.toString(article.pipeline().withdrawn() == null),
                article.mentions().stream().map(Mention::name).collect(Collectors.joining("\n")));
        return new Sighting(Sha256.firstBits(read.getBytes(StandardCharsets.UTF_8)), at);
    }
}
