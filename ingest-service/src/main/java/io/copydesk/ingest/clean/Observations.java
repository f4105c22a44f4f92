package io.copydesk.ingest.clean;

import io.copydesk.ingest.clean.StoredObservation.Based;
import io.copydesk.ingest.clean.StoredObservation.Placed;
import io.copydesk.ingest.clean.StoredObservation.Whole;
import io.copydesk.kit.streams.RevertibleWrites;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.Sha256;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The observations of articles. The texts of most of them lie in {@code articles}, and the store has what tells them from these: the
 * observation that the newest record of an article was made of is stored as a whole with that record, until the record has come back from
 * the topic; from then on as its difference to it. All others are differences to that observation, or to one that was in its place before
 * them. The newest record of a key is kept for ever, and before another one is written the observation is stored as a whole again: so
 * what a stored difference needs is there whatever is killed when. For one thread.
 */
final class Observations {

    private static final StringSerializer KEYS = new StringSerializer();
    private static final JsonSerde<Article> ARTICLES = JsonSerde.of(Article.class);
    private static final int ISSUE_DIGITS = 16;

    private final KeyValueStore<String, byte[]> store;
    private final RevertibleWrites writes;
    private final RecentArticles articles;

    /** Of the record that is processed, not stored yet. */
    private final Map<String, byte[]> added = new TreeMap<>();

    private final Set<String> removed = new HashSet<>();

    Observations(KeyValueStore<String, byte[]> store, RevertibleWrites writes, RecentArticles articles) {
        this.store = store;
        this.writes = writes;
        this.articles = articles;
    }

    /** Another record is processed. */
    void begin() {
        added.clear();
        removed.clear();
    }

    /** Whether there is one of an article. */
    boolean isKnown(String article) {
        try (KeyValueIterator<String, byte[]> range = store.prefixScan(Observation.prefix(article), KEYS)) {
            return range.hasNext();
        }
    }

    /**
     * All of an article.
     *
     * @throws UnreadableTextException when the text of one is nowhere any more
     */
    List<Observation> of(String article) {
        List<Observation> known = new ArrayList<>();
        texts(article, stored(article)).values().forEach(json -> known.add(new Observation(article(json))));
        return known;
    }

    /**
     * The article of one by its key; {@code null} when there is none.
     *
     * @throws UnreadableTextException when its text is nowhere any more
     */
    @Nullable
    Article article(String key) {
        byte[] json = added.get(key);
        if (json == null && !removed.contains(key)) {
            byte[] value = store.get(key);
            json = value == null ? null : json(key, value);
        }
        return json == null ? null : article(json);
    }

    private byte[] json(String key, byte[] value) {
        if (StoredObservation.read(key, value) instanceof Whole whole) {
            return whole.json();
        }
        return new Texts(stored(key.substring(0, key.indexOf(' ')))).of(key);
    }

    /** The text of one by its key; empty when it is nowhere any more. */
    String body(String key) {
        try {
            Article article = article(key);
            return article == null ? "" : article.articleBody();
        } catch (UnreadableTextException e) {
            return "";
        }
    }

    /**
     * An observation, and those that it is in the place of. Stored by {@link #settle}.
     *
     * @throws org.apache.kafka.common.errors.RecordTooLargeException when no topic takes it
     */
    void add(Observation arrived, List<Observation> replaced) {
        replaced.forEach(earlier -> removed.add(earlier.key()));
        added.put(
                arrived.key(),
                JsonSerde.bounded(Article.class, CleanTopology.OBSERVATIONS, Json.bytes(arrived.article())));
    }

    /**
     * Stores what was added of an article, when nothing or something was issued of it.
     *
     * @param newest key of the observation that its newest version is made of
     * @param event id of the last record that was issued, {@code null} for none
     */
    void settle(String article, String newest, @Nullable String event) {
        boolean changed = added.keySet().stream().anyMatch(key -> key.startsWith(Observation.prefix(article)));
        if (!changed && event == null) {
            return;
        }
        SortedMap<String, StoredObservation> stored = stored(article);
        SortedMap<String, byte[]> texts = texts(article, stored);
        Set<Long> gone = new HashSet<>();
        removed.forEach(key -> gone.add(number(key)));
        for (Map.Entry<String, StoredObservation> entry : stored.entrySet()) {
            if (!texts.containsKey(entry.getKey())) {
                writes.replace(store, entry.getKey(), entry.getValue().bytes(), null);
            }
        }
        byte[] base = Objects.requireNonNull(texts.get(newest), newest);
        texts.forEach((key, json) -> {
            StoredObservation before = added.containsKey(key) ? null : stored.get(key);
            StoredObservation now = key.equals(newest)
                    ? newest(before, json, event)
                    : before instanceof Based based && !gone.contains(based.base())
                            ? before
                            : new Based(number(newest), Delta.of(json, base));
            if (now != before) {
                StoredObservation replaced = stored.get(key);
                writes.replace(store, key, replaced == null ? null : replaced.bytes(), now.bytes());
            }
        });
        begin();
    }

    private static StoredObservation newest(@Nullable StoredObservation before, byte[] json, @Nullable String event) {
        if (event == null && before != null && !(before instanceof Based)) {
            return before;
        }
        return new Whole(event == null ? StoredObservation.NOT_ISSUED : issue(event), json);
    }

    /**
     * A record of {@code articles} came back.
     *
     * @param event its id
     */
    void published(String article, @Nullable String event, long offset, byte[] value) {
        articles.add(offset, value);
        long issue = event == null ? StoredObservation.NOT_ISSUED : issue(event);
        if (issue == StoredObservation.NOT_ISSUED) {
            return;
        }
        stored(article).forEach((key, stored) -> {
            if (stored instanceof Whole whole && whole.issue() == issue) {
                Placed placed = new Placed(issue, offset, Delta.of(whole.json(), value));
                writes.replace(store, key, stored.bytes(), placed.bytes());
            } else if (stored instanceof Placed placed && placed.issue() == issue && placed.offset() != offset) {
                // Written once more by a role that was reset.
                writes.replace(store, key, stored.bytes(), new Placed(issue, offset, placed.delta()).bytes());
            }
        });
    }

    private SortedMap<String, StoredObservation> stored(String article) {
        SortedMap<String, StoredObservation> stored = new TreeMap<>();
        try (KeyValueIterator<String, byte[]> range = store.prefixScan(Observation.prefix(article), KEYS)) {
            while (range.hasNext()) {
                KeyValue<String, byte[]> entry = range.next();
                stored.put(entry.key, StoredObservation.read(entry.key, entry.value));
            }
        }
        return stored;
    }

    private SortedMap<String, byte[]> texts(String article, SortedMap<String, StoredObservation> stored) {
        SortedMap<String, byte[]> all = new Texts(stored).all();
        removed.forEach(all::remove);
        added.forEach((key, json) -> {
            if (key.startsWith(Observation.prefix(article))) {
                all.put(key, json);
            }
        });
        return all;
    }

    private static Article article(byte[] json) {
        return ARTICLES.deserializer().deserialize(CleanTopology.OBSERVATIONS, json);
    }

    /** A number of an event's id; none of an id that is not of ours. */
    private static long issue(String event) {
        try {
            return HexFormat.fromHexDigitsToLong(event, 0, Math.min(ISSUE_DIGITS, event.length()));
        } catch (IllegalArgumentException e) {
            return StoredObservation.NOT_ISSUED;
        }
    }

    private static long number(String key) {
        return HexFormat.fromHexDigitsToLong(Sha256.hex(key), 0, ISSUE_DIGITS);
    }

    /** The texts of what is stored of one article. */
    private final class Texts {
        private final SortedMap<String, StoredObservation> stored;
        private final Map<Long, String> keys = new TreeMap<>();
        private final SortedMap<String, byte[]> read = new TreeMap<>();

        Texts(SortedMap<String, StoredObservation> stored) {
            this.stored = stored;
            if (stored.size() > 1) {
                stored.keySet().forEach(key -> keys.put(number(key), key));
            }
        }

        SortedMap<String, byte[]> all() {
            stored.keySet().forEach(this::of);
            return read;
        }

        byte[] of(String key) {
            Deque<String> way = new ArrayDeque<>();
            String next = key;
            while (!read.containsKey(next)) {
                StoredObservation observation = stored.get(next);
                if (observation == null || way.size() > stored.size()) {
                    throw new UnreadableTextException("the observation " + next + " has no text");
                }
                if (observation instanceof Based based) {
                    way.push(next);
                    next = keys.getOrDefault(based.base(), "");
                } else {
                    read.put(next, whole(next, observation));
                }
            }
            while (!way.isEmpty()) {
                String made = way.pop();
                Based based = (Based) Objects.requireNonNull(stored.get(made));
                read.put(made, Delta.applied(based.delta(), Objects.requireNonNull(read.get(next))));
                next = made;
            }
            return Objects.requireNonNull(read.get(key));
        }

        private byte[] whole(String key, StoredObservation observation) {
            if (observation instanceof Whole whole) {
                return whole.json();
            }
            Placed placed = (Placed) observation;
            byte[] value = articles.read(placed.offset());
            if (value == null) {
                throw new UnreadableTextException("the text of " + key + " is no longer at offset " + placed.offset()
                        + " of " + CleanTopology.ARTICLES);
            }
            return Delta.applied(placed.delta(), value);
        }
    }
}
