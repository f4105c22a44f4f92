package io.copydesk.enrich;

import io.copydesk.enrich.VersionIndex.Place;
import io.copydesk.kit.streams.ArticleLog;
import io.copydesk.kit.streams.RevertibleWrites;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.JsonSerde;
import java.io.IOException;
import java.time.Duration;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * Every version of every article. A store with a changelog says where in {@code articles} the record of each version is; the enriched
 * versions of the last days are in a store without one, by id, number and time. It is a cache: an entry counts if it was made of the
 * record that the index names, and what is missing is read from {@code articles} and enriched again. An earlier release kept all versions
 * in a store of their own, which is read and not added to. For one thread.
 */
final class ArticleVersions implements AutoCloseable {

    private final WindowStore<String, StoredArticle> texts;
    private final KeyValueStore<String, StoredArticle> earlier;
    private final KeyValueStore<String, byte[]> latest;
    private final Duration kept;
    private final ArticleLog log;
    private final Enrichment enrichment;

    /**
     * The versions of the task of {@code context}.
     *
     * @param kept how long enriched versions are at hand
     */
    ArticleVersions(ProcessorContext<?, ?> context, Duration kept, ArticleLog log, Enrichment enrichment) {
        this.texts = context.getStateStore(EnrichTopology.TEXTS);
        this.earlier = context.getStateStore(EnrichTopology.VERSIONS);
        this.latest = context.getStateStore(EnrichTopology.LATEST);
        this.kept = kept;
        this.log = log;
        this.enrichment = enrichment;
    }

    /**
     * What is known of an article.
     *
     * @param now time of the record that asks, in milliseconds since 1970
     * @throws SerializationException when what is stored cannot be read
     */
    KnownVersions of(String id, long now) {
        byte[] stored = latest.get(id);
        if (stored == null) {
            return new KnownVersions(this, id, now, null, null);
        }
        if (stored.length > 0 && stored[0] == '{') {
            Article newest = article(id, stored);
            VersionIndex index = VersionIndex.withoutPlaces(newest.version());
            return new KnownVersions(this, id, now, index, StoredArticle.of("", newest));
        }
        return new KnownVersions(this, id, now, VersionIndex.read(id, stored), null);
    }

    /** A version; {@code null} when its text is nowhere any more. */
    @Nullable
    StoredArticle version(String id, int number, @Nullable Place place, long now) {
        if (place == null) {
            return earlier.get(key(id, number));
        }
        StoredArticle stored = texts.fetch(key(id, number), place.time());
        if (stored != null && stored.token().equals(place.token())) {
            return stored;
        }
        StoredArticle read = read(id, number, place);
        if (read != null && place.time() > now - kept.toMillis()) {
            texts.put(key(id, number), read, place.time());
        }
        return read;
    }

    private @Nullable StoredArticle read(String id, int number, Place place) {
        byte[] value = log.read(place.offset());
        if (value == null) {
            return null;
        }
        Article published = JsonSerde.of(Article.class).deserializer().deserialize(EnrichTopology.ARTICLES, value);
        if (!published.id().equals(id) || published.version() != number) {
            return null;
        }
        Article article = enrichment.of(published).article();
        return StoredArticle.of(place.token(), place.returned() ? KnownVersions.with(article, null) : article);
    }

    /** Stores a version of a place. */
    void store(Article version, Place place) {
        texts.put(key(version.id(), version.version()), StoredArticle.of(place.token(), version), place.time());
    }

    /** Stores another state of a version of an earlier release, {@code null} for none any more. */
    void storeEarlier(RevertibleWrites writes, String id, int number, @Nullable Article version) {
        StoredArticle before = earlier.get(key(id, number));
        if (before != null) {
            writes.replace(earlier, key(id, number), before, version == null ? null : StoredArticle.of("", version));
        }
    }

    /** Stores an index. */
    void store(RevertibleWrites writes, String id, VersionIndex index) {
        writes.put(latest, id, index.bytes());
    }

    /** Forgets an article, unless a version of it came since {@code arrived}, in milliseconds since 1970. */
    boolean forget(RevertibleWrites writes, String id, long arrived) {
        VersionIndex index = of(id, arrived).index();
        if (index == null || index.arrived() >= arrived) {
            return false;
        }
        for (int number = 1; number <= index.newest(); number++) {
            if (index.place(number) == null) {
                storeEarlier(writes, id, number, null);
            }
        }
        writes.put(latest, id, null);
        return true;
    }

    @Override
    public void close() {
        log.close();
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
