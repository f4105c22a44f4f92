package io.copydesk.enrich;

import io.copydesk.schemas.Article;
import io.copydesk.schemas.JsonSerde;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * A version of an article in a store, as the object or the JSON of it: each is made of the other when it is asked for. A token before the
 * JSON says of which record it was made; state of an earlier release has none. For one thread.
 */
final class StoredArticle {

    /** Stores token and JSON. */
    static final Serde<StoredArticle> SERDE = Serdes.serdeFrom(
            (topic, stored) -> stored == null ? null : stored.bytes(),
            (topic, bytes) -> bytes == null ? null : read(bytes));

    private static final Serde<Article> ARTICLES = JsonSerde.of(Article.class);

    private final String token;
    private @Nullable Article article;
    private byte @Nullable [] json;

    private StoredArticle(String token, @Nullable Article article, byte @Nullable [] json) {
        this.token = token;
        this.article = article;
        this.json = json;
    }

    /**
     * To be stored.
     *
     * @param token of what it was made, without a brace; empty for none
     */
    static StoredArticle of(String token, Article article) {
        return new StoredArticle(token, article, null);
    }

    private static StoredArticle read(byte[] bytes) {
        int start = 0;
        while (start < bytes.length && bytes[start] != '{') {
            start++;
        }
        return new StoredArticle(
                new String(bytes, 0, start, StandardCharsets.US_ASCII),
                null,
                start == 0 ? bytes : Arrays.copyOfRange(bytes, start, bytes.length));
    }

    private byte[] bytes() {
        byte[] value = json();
        byte[] bytes = Arrays.copyOf(token.getBytes(StandardCharsets.US_ASCII), token.length() + value.length);
        System.arraycopy(value, 0, bytes, token.length(), value.length);
        return bytes;
    }

    /** Of what it was made; empty when that is not known. */
    String token() {
        return token;
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
