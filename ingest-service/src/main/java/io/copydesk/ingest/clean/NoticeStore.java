package io.copydesk.ingest.clean;

import io.copydesk.ingest.clean.History.KnownNotice;
import io.copydesk.kit.streams.RevertibleWrites;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Notices of withdrawals with the articles that they are about. A notice names a page; the article is the one that this page gave last
 * before the notice's time, and it is withdrawn when it was not seen at another page since. All of it is a function of what was
 * observed, whatever came first. For one thread.
 *
 * <p>The store has three kinds of entries, and none for an article whose URL is that of its page and that has no notice: {@code n PAGE TIME
 * INPUT}, a notice; {@code a ARTICLE INPUT}, the page at which an article was observed when that has another id; {@code p PAGE TIME
 * INPUT}, the article that a page gave then, of the same observations. Its keys and values are a persisted format.
 */
final class NoticeStore {

    private static final StringSerializer KEYS = new StringSerializer();

    private final KeyValueStore<String, String> store;
    private final RevertibleWrites writes;
    private final Function<String, List<Observation>> observed;

    /** @param observed the observations of an article, by its id */
    NoticeStore(
            KeyValueStore<String, String> store,
            RevertibleWrites writes,
            Function<String, List<Observation>> observed) {
        this.store = store;
        this.writes = writes;
        this.observed = observed;
    }

    /** An article was observed at a page. */
    void observe(Observation observation, String page) {
        String article = observation.article().id();
        if (!page.equals(article)) {
            writes.put(store, "a " + article + " " + observation.inputId(), page);
            writes.put(store, "p " + page + " " + observation.time() + " " + observation.inputId(), article);
        }
    }

    /** Keeps a notice; false when it is known already. */
    boolean add(GoneNotice notice) {
        String key = prefix(notice.page()) + notice.time() + " " + notice.inputId();
        String value = Json.line(notice);
        String known = store.get(key);
        if (value.equals(known)) {
            return false;
        }
        writes.replace(store, key, known, value);
        return true;
    }

    /** The notices about a page, by time. */
    List<GoneNotice> about(String page) {
        List<GoneNotice> notices = new ArrayList<>();
        scan(prefix(page), entry -> notices.add(notice(entry)));
        return notices;
    }

    /** Whether a page has shown a notice in place of its article. */
    boolean isShown(String page) {
        return about(page).stream().anyMatch(GoneNotice::shown);
    }

    /** The article that a notice is about, empty when none is known. */
    Optional<String> article(GoneNotice notice) {
        if (notice.direct()) {
            boolean known = observed.apply(notice.page()).stream().anyMatch(seen -> isBefore(seen, notice));
            return known ? Optional.of(notice.page()) : Optional.empty();
        }
        Optional<Observation> own = observed.apply(notice.page()).stream()
                .filter(seen -> isBefore(seen, notice) && page(seen) == null)
                .max(Comparator.comparing(Observation::time));
        List<KeyValue<String, String>> others = new ArrayList<>();
        String prefix = "p " + notice.page() + " ";
        scan(prefix, entry -> {
            if (timeIn(entry.key, prefix).compareTo(notice.time()) <= 0) {
                others.add(entry);
            }
        });
        if (others.isEmpty()) {
            return own.map(seen -> notice.page());
        }
        KeyValue<String, String> last = others.get(others.size() - 1);
        boolean ownLater = own.isPresent() && own.get().time().compareTo(timeIn(last.key, prefix)) >= 0;
        return Optional.of(ownLater ? notice.page() : last.value);
    }

    /** The notices about an article that has these observations. */
    List<KnownNotice> of(String article, Collection<Observation> observations) {
        Set<String> pages = new LinkedHashSet<>(List.of(article));
        scan("a " + article + " ", entry -> pages.add(entry.value));
        return pages.stream()
                .flatMap(page -> about(page).stream())
                .filter(notice -> article(notice).filter(article::equals).isPresent())
                .map(notice -> new KnownNotice(notice, isEffective(notice, observations)))
                .collect(Collectors.toList());
    }

    /** Whether the page that a notice is about is where its article was seen last. */
    private boolean isEffective(GoneNotice notice, Collection<Observation> observations) {
        return notice.direct()
                || !notice.shown()
                        && observations.stream()
                                .filter(seen -> isBefore(seen, notice))
                                .max(Comparator.comparing(Observation::key))
                                .filter(seen -> pageOrOwn(seen).equals(notice.page()))
                                .isPresent();
    }

    private String pageOrOwn(Observation seen) {
        String page = page(seen);
        return page == null ? seen.article().id() : page;
    }

    /** The page at which it was observed, {@code null} for that of the article's URL. */
    private @Nullable String page(Observation seen) {
        return store.get("a " + seen.article().id() + " " + seen.inputId());
    }

    private static boolean isBefore(Observation seen, GoneNotice notice) {
        return seen.time().compareTo(notice.time()) <= 0;
    }

    private static String prefix(String page) {
        return "n " + page + " ";
    }

    private static String timeIn(String key, String prefix) {
        return key.substring(prefix.length(), key.indexOf(' ', prefix.length()));
    }

    private interface Entries {
        void accept(KeyValue<String, String> entry);
    }

    private void scan(String prefix, Entries entries) {
        try (KeyValueIterator<String, String> range = store.prefixScan(prefix, KEYS)) {
            range.forEachRemaining(entries::accept);
        }
    }

    private static GoneNotice notice(KeyValue<String, String> entry) {
        try {
            return Json.read(entry.value.getBytes(StandardCharsets.UTF_8), GoneNotice.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the store of withdrawals cannot be read at " + entry.key, e);
        }
    }
}
