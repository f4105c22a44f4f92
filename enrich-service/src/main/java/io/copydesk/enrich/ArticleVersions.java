package io.copydesk.enrich;

import io.copydesk.kit.streams.RevertibleWrites;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Every version of every article in one store, and in another which of them is the newest: its number in decimal digits, or in state of
 * an earlier release the JSON of the article itself. For one thread.
 */
final class ArticleVersions {

    private final KeyValueStore<String, StoredArticle> versions;
    private final KeyValueStore<String, byte[]> latest;

    /**
     * Versions in two stores.
     *
     * @param versions by id and number
     * @param latest by id
     */
    ArticleVersions(KeyValueStore<String, StoredArticle> versions, KeyValueStore<String, byte[]> latest) {
        this.versions = versions;
        this.latest = latest;
    }

    /**
     * The newest version of an article; {@code null} when none came yet.
     *
     * @throws SerializationException when what is stored cannot be read
     */
    @Nullable
    Article latest(String id) {
        return article(stored(id));
    }

    /** The newest version of an article as it is stored; {@code null} when none came yet. */
    @Nullable
    StoredArticle stored(String id) {
        byte[] stored = latest.get(id);
        if (stored == null) {
            return null;
        }
        return stored.length > 0 && stored[0] == '{'
                ? StoredArticle.of(article(id, stored))
                : versions.get(key(id, number(id, stored)));
    }

    private static @Nullable Article article(@Nullable StoredArticle stored) {
        return stored == null ? null : stored.article();
    }

    /**
     * A version of an article; {@code null} when it did not come yet.
     *
     * @param known the newest version of the article, as {@link #latest} gave it: without one there is none at all
     */
    @Nullable
    Article version(String id, int number, @Nullable Article known) {
        if (known == null || number < 1) {
            return null;
        }
        return known.version() == number ? known : article(versions.get(key(id, number)));
    }

    /**
     * Stores a version, or another state of it.
     *
     * @param before what is stored of it now
     */
    void replace(RevertibleWrites writes, @Nullable Article before, Article version) {
        writes.replace(
                versions,
                key(version.id(), version.version()),
                before == null ? null : StoredArticle.of(before),
                StoredArticle.of(version));
    }

    /**
     * Makes a version that is stored the newest.
     *
     * @param before the newest so far
     */
    void makeLatest(RevertibleWrites writes, @Nullable Article before, Article version) {
        writes.replace(latest, version.id(), before == null ? null : reference(before), reference(version));
    }

    private static byte[] reference(Article version) {
        return Integer.toString(version.version()).getBytes(StandardCharsets.US_ASCII);
    }

    private static int number(String id, byte[] stored) {
        try {
            return Integer.parseInt(new String(stored, StandardCharsets.US_ASCII));
        } catch (NumberFormatException e) {
            throw new SerializationException("the newest version of " + id + " cannot be read", e);
        }
    }

    private static Article article(String id, byte[] stored) {
        try {
            return Json.read(stored, Article.class);
        } catch (IOException e) {
            throw new SerializationException("the newest version of " + id + " cannot be read", e);
        }
    }

    private static String key(String id, int version) {
        return id + " " + version;
    }
}
