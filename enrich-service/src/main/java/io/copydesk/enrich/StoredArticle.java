package io.copydesk.enrich;

import io.copydesk.schemas.Article;
import io.copydesk.schemas.JsonSerde;
import java.util.Objects;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** A version of an article in a store, as the object or the JSON of it: each is made of the other when it is asked for. For one thread. */
final class StoredArticle {

    /** Stores the JSON. */
    static final Serde<StoredArticle> SERDE = Serdes.serdeFrom(
            (topic, stored) -> stored == null ? null : stored.json(),
            (topic, bytes) -> bytes == null ? null : new StoredArticle(null, bytes));

    private static final Serde<Article> ARTICLES = JsonSerde.of(Article.class);

    private @Nullable Article article;
    private byte @Nullable [] json;

    private StoredArticle(@Nullable Article article, byte @Nullable [] json) {
        this.article = article;
        this.json = json;
    }

    /** To be stored. */
    static StoredArticle of(Article article) {
        return new StoredArticle(article, null);
    }

    /**
     * The article.
     *
     * @throws SerializationException when the stored bytes are none
     */
    Article article() {
        Article read = article;
        if (read == null) {
            read = ARTICLES.deserializer().deserialize(EnrichTopology.VERSIONS, Objects.requireNonNull(json));
            article = read;
        }
        return read;
    }

    /** The article's JSON, of no more bytes than a topic takes; not to be changed. */
    byte[] json() {
        byte[] written = json;
        if (written == null) {
            written = ARTICLES.serializer().serialize(EnrichTopology.VERSIONS, Objects.requireNonNull(article));
            json = written;
        }
        return written;
    }
}
