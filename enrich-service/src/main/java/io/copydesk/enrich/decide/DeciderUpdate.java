package io.copydesk.enrich.decide;

import io.copydesk.enrich.dedup.Relations;
import io.copydesk.enrich.dedup.Text;
import io.copydesk.enrich.dedup.Work;
import io.copydesk.enrich.dedup.Works.Regrouping;
import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.Sketch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings a decider to where {@link Decider#put} of many sketches leads it, with all of its changes published. Each work is compared
 * with others once, when all of its copies are known, and each record is digested once, so that it costs a fraction of that; least
 * when the sketches are put in {@link Fingerprint#ORDER}. Until it is finished, and after an exception, the decider is of no use. For
 * one thread.
 */
public final class DeciderUpdate {

    private final Decider decider;

    /** Whether the decider has no article at the start: all of them are decided on then, and need not be collected. */
    private final boolean isFirst;

    /** Of the articles that were put, by id. */
    private final Map<String, Arrival> arrivals = new HashMap<>();

    /** Of articles whose work was dissolved, when the last article of that work came. */
    private final Map<String, Long> formerArrivals = new HashMap<>();

    /** Works that were dissolved or formed, some of which are no more. */
    private final Set<String> works = new LinkedHashSet<>();

    /** Articles whose decision may be another. */
    private final Set<String> articles = new LinkedHashSet<>();

    private record Arrival(Sketch sketch, long millis) {}

    /** An update of {@code decider}, which may be empty. */
    public DeciderUpdate(Decider decider) {
        this.decider = decider;
        this.isFirst = decider.works.isEmpty();
    }

    /**
     * Adds the sketch of an article, or replaces the one before; once at most for each article.
     *
     * @param arrived when it came, in milliseconds since 1970
     */
    public void put(Sketch sketch, long arrived) {
        regrouped(decider.works.put(sketch.fingerprint()));
        arrivals.put(sketch.id(), new Arrival(sketch, arrived));
        articles.add(sketch.id());
    }

    /** Removes an article that is in, as if it had never been; before others are put. */
    public void remove(String articleId) {
        regrouped(decider.works.remove(articleId));
        decider.decisions.forget(articleId);
        decider.duplicates.forget(articleId);
    }

    private void regrouped(Regrouping regrouping) {
        regrouping.present().forEach(work -> works.add(work.id()));
        for (Work work : regrouping.dissolved()) {
            works.add(work.id());
            if (decider.forest.contains(work.id())) {
                long arrived = decider.forest.arrived(work.id());
                members(work).forEach(article -> formerArrivals.putIfAbsent(article.id(), arrived));
            }
        }
        if (!isFirst) {
            affects(regrouping.related());
            affects(regrouping.moved());
        }
    }

    private void affects(Collection<Text> texts) {
        texts.forEach(text -> text.members().forEach(article -> articles.add(article.id())));
    }

    /**
     * Ends the update; to be called once.
     *
     * @param failed receives the id of each article that could not be decided on, and why; the decider is whole but for those
     */
    public void finish(BiConsumer<String, RuntimeException> failed) {
        Set<String> unplaced = placeWorks(failed);
        Set<String> stories = decider.forest.settle();
        for (String story : stories) {
            Set<String> joined = decider.forest.assign(story).keySet();
            if (!isFirst) {
                joined.forEach(work -> affects(decider.works.textOf(work).work().texts()));
            }
        }
        inParallel(stories, this::digestOfStory, failed);
        articles.removeIf(id -> !isPlaced(id, unplaced));
        inParallel(articles, this::digests, failed);
    }

    /** Brings the forest up to date with the works, and returns the ids of those that could not be placed in it. */
    private Set<String> placeWorks(BiConsumer<String, RuntimeException> failed) {
        List<Work> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (String id : works) {
            Work work = work(id);
            if (work != null && !arrivals.containsKey(id) && decider.isInPlace(work)) {
                decider.forest.touch(id, lastArrival(work)); // of those that came, if it is one that only changed
                continue;
            }
            if (decider.forest.contains(id)) {
                removed.add(id);
            }
            if (work != null) {
                added.add(work);
            }
        }
        removed.forEach(decider.forest::remove);
        added.sort(Comparator.comparing(Work::original, Fingerprint.ORDER));
        Set<String> unplaced = new HashSet<>();
        for (Work work : added) {
            try {
                decider.forest.add(original(work), lastArrival(work));
            } catch (RuntimeException e) {
                unplaced.add(work.id());
                failed.accept(work.id(), e);
            }
        }
        return unplaced;
    }

    /** The work whose original this article is now; {@code null} for none. */
    private @Nullable Work work(String id) {
        Work work = decider.contains(id) ? decider.works.textOf(id).work() : null;
        return work != null && work.id().equals(id) ? work : null;
    }

    private Sketch original(Work work) {
        Arrival arrival = arrivals.get(work.id());
        return arrival == null ? decider.original(work.id()) : arrival.sketch();
    }

    private long lastArrival(Work work) {
        return members(work).mapToLong(this::arrival).max().orElseThrow();
    }

    /** The least number for an article of a work that only changed and is in the forest, which knows when its articles came. */
    private long arrival(Fingerprint article) {
        Arrival arrival = arrivals.get(article.id());
        return arrival == null ? formerArrivals.getOrDefault(article.id(), Long.MIN_VALUE) : arrival.millis();
    }

    private static Stream<Fingerprint> members(Work work) {
        return work.texts().stream().flatMap(text -> text.members().stream());
    }

    private boolean isPlaced(String articleId, Set<String> unplaced) {
        return decider.contains(articleId)
                && !unplaced.contains(decider.works.textOf(articleId).work().id());
    }

    private Runnable digestOfStory(String id) {
        long digest = NotedDigests.digest(decider.story(id).orElse(null));
        return () -> decider.stories.note(id, digest);
    }

    private Runnable digests(String articleId) {
        long decision = NotedDigests.digest(decider.decision(articleId));
        long duplicate =
                NotedDigests.digest(Relations.duplicate(decider.article(articleId), decider.works.textOf(articleId))
                        .orElse(null));
        return () -> {
            decider.decisions.note(articleId, decision);
            decider.duplicates.note(articleId, duplicate);
        };
    }

    /** Reads what there is on all processors, and notes the digests afterwards on this thread. */
    private static void inParallel(
            Collection<String> ids, Function<String, Runnable> digest, BiConsumer<String, RuntimeException> failed) {
        Function<String, Runnable> digested = id -> {
            try {
                return digest.apply(id);
            } catch (RuntimeException e) {
                return () -> failed.accept(id, e);
            }
        };
        ids.parallelStream().map(digested).toList().forEach(Runnable::run);
    }
}
