package io.copydesk.enrich.decide;

import io.copydesk.enrich.dedup.Relations;
import io.copydesk.enrich.dedup.Text;
import io.copydesk.enrich.dedup.Work;
import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.Sketch;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Builds the decider that {@link Decider#put} of many sketches leads to, with all of its changes published. Each work is compared
 * with others once, when all of its copies are known, and each record is digested once, so that it costs a fraction of that; least
 * when the sketches are added in {@link Fingerprint#ORDER}. For one thread.
 */
public final class DeciderBuilder {

    private final Decider decider;
    private final Map<String, Arrival> arrivals = new HashMap<>();

    private record Arrival(Sketch sketch, long millis) {}

    /** @param sketches what the decider reads sketches with once it is built */
    public DeciderBuilder(Function<String, @Nullable Sketch> sketches) {
        this.decider = new Decider(sketches);
    }

    /**
     * Adds the sketch of an article that has none yet. When it throws, the builder is of no more use.
     *
     * @param arrived when it came, in milliseconds since 1970
     */
    public void add(Sketch sketch, long arrived) {
        decider.works.put(sketch.fingerprint());
        arrivals.put(sketch.id(), new Arrival(sketch, arrived));
    }

    /**
     * The decider; to be called once.
     *
     * @param failed receives the id of each article that could not be decided on, and why; the decider is whole but for those
     */
    public Decider build(BiConsumer<String, RuntimeException> failed) {
        List<Text> texts = decider.works.texts();
        Set<String> unplaced = new HashSet<>();
        texts.stream()
                .filter(text -> text == text.work().texts().get(0))
                .map(Text::work)
                .sorted(Comparator.comparing(Work::original, Fingerprint.ORDER))
                .filter(work -> !place(work, failed))
                .forEach(work -> unplaced.add(work.id()));
        Set<String> stories = decider.forest.settle();
        stories.forEach(decider.forest::assign);
        inParallel(stories.stream(), Function.identity(), this::digestOfStory, failed);
        Stream<Fingerprint> decided = texts.stream()
                .filter(text -> !unplaced.contains(text.work().id()))
                .flatMap(text -> text.members().stream());
        inParallel(decided, Fingerprint::id, this::digestsOfArticle, failed);
        return decider;
    }

    private boolean place(Work work, BiConsumer<String, RuntimeException> failed) {
        try {
            decider.forest.add(arrival(work.original()).sketch(), work.holdsOthers(), lastArrival(work));
            return true;
        } catch (RuntimeException e) {
            failed.accept(work.id(), e);
            return false;
        }
    }

    private long lastArrival(Work work) {
        return work.texts().stream()
                .flatMap(text -> text.members().stream())
                .mapToLong(article -> arrival(article).millis())
                .max()
                .orElseThrow();
    }

    private Arrival arrival(Fingerprint article) {
        return Objects.requireNonNull(arrivals.get(article.id()), "an article is added with its arrival");
    }

    private Runnable digestOfStory(String id) {
        long digest = NotedDigests.digest(decider.story(id).orElse(null));
        return () -> decider.stories.note(id, digest);
    }

    private Runnable digestsOfArticle(Fingerprint article) {
        String id = article.id();
        long decision = NotedDigests.digest(decider.decision(id));
        long duplicate = NotedDigests.digest(
                Relations.duplicate(article, decider.works.textOf(id)).orElse(null));
        return () -> {
            decider.decisions.note(id, decision);
            decider.duplicates.note(id, duplicate);
        };
    }

    /** Reads what there is on all processors, and notes the digests afterwards on this thread. */
    private static <T> void inParallel(
            Stream<T> all,
            Function<T, String> id,
            Function<T, Runnable> digest,
            BiConsumer<String, RuntimeException> failed) {
        Function<T, Runnable> digested = one -> {
            try {
                return digest.apply(one);
            } catch (RuntimeException e) {
                return () -> failed.accept(id.apply(one), e);
            }
        };
        all.parallel().map(digested).toList().forEach(Runnable::run);
    }
}
