package io.copydesk.enrich.decide;

import io.copydesk.enrich.dedup.Members;
import io.copydesk.enrich.dedup.Relations;
import io.copydesk.enrich.dedup.Text;
import io.copydesk.enrich.dedup.Work;
import io.copydesk.enrich.dedup.Works;
import io.copydesk.enrich.dedup.Works.Regrouping;
import io.copydesk.enrich.memory.ByteBlocks;
import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.HeldSketch;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import io.copydesk.enrich.story.StoryForest;
import io.copydesk.schemas.Decision;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides about all articles, from the latest sketch of each. Order-independent: replaying the returned changes gives the same state
 * for any permutation of the same sketches, so a decider can be rebuilt from the stored sketches ({@link DeciderUpdate}). For one
 * thread.
 */
public final class Decider {

    private final Function<String, @Nullable Sketch> sketches;
    final Works works;
    final StoryForest forest;

    /** Of the records that were published last. */
    final NotedDigests decisions;

    final NotedDigests duplicates;
    final NotedDigests stories;
    private final StoryTerms terms = new StoryTerms();

    /**
     * A decider that keeps all on the heap.
     *
     * @param sketches the latest sketch that was put for the article with an id; not asked for the one that is being put
     */
    public Decider(Function<String, @Nullable Sketch> sketches) {
        this(sketches, ByteBlocks::onHeap);
    }

    /**
     * A decider without articles.
     *
     * @param sketches the latest sketch that was put for the article with an id; not asked for the one that is being put
     * @param memory where what is compared of articles is kept
     */
    public Decider(Function<String, @Nullable Sketch> sketches, ByteBlocks.Source memory) {
        this(
                sketches,
                new Works(memory.create()),
                new StoryForest(memory.create()),
                new NotedDigests(),
                new NotedDigests(),
                new NotedDigests());
    }

    private Decider(
            Function<String, @Nullable Sketch> sketches,
            Works works,
            StoryForest forest,
            NotedDigests decisions,
            NotedDigests duplicates,
            NotedDigests stories) {
        this.sketches = sketches;
        this.works = works;
        this.forest = forest;
        this.decisions = decisions;
        this.duplicates = duplicates;
        this.stories = stories;
    }

    /** Writes its state. */
    void write(SnapshotWriter out) throws IOException {
        works.write(out);
        forest.write(out);
        decisions.write(out);
        duplicates.write(out);
        stories.write(out);
    }

    /**
     * The decider whose state was {@linkplain #write written}.
     *
     * @param sketches as for the constructor
     * @param memory as for the constructor
     */
    static Decider read(SnapshotReader in, Function<String, @Nullable Sketch> sketches, ByteBlocks.Source memory)
            throws IOException {
        Works works = Works.read(in, memory);
        CompletableFuture<Void> checked = check(works.blocks());
        StoryForest forest =
                StoryForest.read(in, id -> Objects.requireNonNull(works.find(id), "an original is in"), memory);
        forest.blocks().check();
        Decider read = new Decider(
                sketches, works, forest, NotedDigests.read(in), NotedDigests.read(in), NotedDigests.read(in));
        in.end();
        checked.join();
        return read;
    }

    /** Checks blocks while others are read. */
    private static CompletableFuture<Void> check(ByteBlocks blocks) {
        return CompletableFuture.runAsync(() -> {
            try {
                blocks.check();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Bytes of what is kept outside the tables, in files if there are any. */
    public long blockBytes() {
        return works.blocks().size() + forest.blocks().size();
    }

    /** A snapshot of its present state is the last one. */
    void written() {
        works.blocks().written();
        forest.blocks().written();
    }

    /** The files that it has blocks in. */
    Set<String> files() {
        return Stream.of(works.blocks().name(), forest.blocks().name())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /**
     * Adds the sketch of an article, or replaces the one before.
     *
     * @param arrived when it came, in milliseconds since 1970
     * @return the decisions that are different now
     */
    public Changes put(Sketch sketch, long arrived) {
        Regrouping regrouping = works.put(sketch.fingerprint());
        Change change = new Change();
        change.affects(article(sketch.id()));
        return changes(regrouping, sketch, arrived, change);
    }

    private Changes changes(Regrouping regrouping, Sketch put, long arrived, Change change) {
        change.affects(regrouping.related());
        change.affects(regrouping.moved());
        updateForest(regrouping, put, arrived, change);
        SortedMap<String, Optional<Story>> changedStories = changedStories(change);
        SortedMap<String, Decision> changedDecisions = new TreeMap<>();
        SortedMap<String, Optional<Duplicate>> changedDuplicates = new TreeMap<>();
        for (Fingerprint article : change.articles()) {
            Decision decision = decision(article.id());
            if (decisions.changed(article.id(), decision)) {
                changedDecisions.put(article.id(), decision);
            }
            Optional<Duplicate> duplicate = Relations.duplicate(article, works.textOf(article.id()));
            if (duplicates.changed(article.id(), duplicate.orElse(null))) {
                changedDuplicates.put(article.id(), duplicate);
            }
        }
        return new Changes(changedDecisions, changedDuplicates, changedStories, change.moves(), change.moved());
    }

    /**
     * Removes all stories whose last article came before {@code arrived}, without a change of what was published; articles that come
     * later are not compared with them any more.
     *
     * @return the ids of the articles that were removed
     */
    public List<String> forget(long arrived) {
        List<String> forgotten = new ArrayList<>();
        for (String storyId : forest.endedBefore(arrived)) {
            for (String workId : forest.works(storyId)) {
                Work work = work(workId);
                work.texts().forEach(text -> text.members().forEach(article -> forgotten.add(article.id())));
                works.forget(work);
            }
            forest.forget(storyId);
            stories.forget(storyId);
        }
        forgotten.forEach(decisions::forget);
        forgotten.forEach(duplicates::forget);
        return forgotten;
    }

    /** The fingerprints of all articles that are in. */
    public Stream<Fingerprint> articles() {
        return works.texts().stream().flatMap(text -> text.members().stream());
    }

    /** Whether a sketch of the article is in. */
    public boolean contains(String articleId) {
        return works.find(articleId) != null;
    }

    /**
     * The fingerprint of an article.
     *
     * @throws NoSuchElementException when it is not in
     */
    public Fingerprint article(String articleId) {
        Fingerprint article = works.find(articleId);
        if (article == null) {
            throw new NoSuchElementException("no sketch of article " + articleId);
        }
        return article;
    }

    /**
     * The decision about an article.
     *
     * @throws NoSuchElementException when it is not in
     */
    public Decision decision(String articleId) {
        Text text = works.textOf(articleId);
        String workId = text.work().id();
        String storyId = Objects.requireNonNull(forest.storyOf(workId), "a work is assigned when it is added");
        return new Decision(workId, storyId, Relations.of(article(articleId), text));
    }

    /** A work that only got or lost copies keeps its place in the forest, unless its original is the article that was put. */
    private void updateForest(Regrouping regrouping, Sketch put, long arrived, Change change) {
        Set<String> removed = new TreeSet<>();
        regrouping.dissolved().forEach(work -> removed.add(work.id()));
        Set<Work> added = new LinkedHashSet<>();
        for (Work work : regrouping.present()) {
            if (!work.id().equals(put.id()) && isInPlace(work)) {
                removed.remove(work.id());
                forest.touch(work.id(), arrived);
            } else {
                added.add(work);
            }
        }
        for (Work work : regrouping.dissolved()) {
            if (removed.contains(work.id())) {
                change.dissolves(work, forest.storyOf(work.id()));
            }
        }
        removed.forEach(forest::remove);
        added.forEach(work -> forest.add(original(work.id(), put), arrived));
    }

    /** Whether the forest has a work; its original may have another sketch there. */
    boolean isInPlace(Work work) {
        return forest.contains(work.id());
    }

    private SortedMap<String, Optional<Story>> changedStories(Change change) {
        SortedMap<String, Optional<Story>> changed = new TreeMap<>();
        for (String id : forest.settle()) {
            forest.assign(id).forEach((workId, former) -> change.moves(work(workId), former, id));
            Optional<Story> story = story(id, terms::of);
            if (stories.changed(id, story.orElse(null))) {
                changed.put(id, story);
            }
        }
        return changed;
    }

    /** The story with this id, empty when there is none; while nothing changes, by several threads. */
    Optional<Story> story(String id) {
        return story(id, StoryTerms::anew);
    }

    private Optional<Story> story(String id, Function<List<HeldSketch>, List<String>> termsOf) {
        HeldSketch central = forest.central(id);
        if (central == null) {
            return Optional.empty();
        }
        List<HeldSketch> originals = forest.originals(id);
        Members members = new Members();
        originals.forEach(
                original -> works.textOf(original.fingerprint()).work().addTo(members));
        return Optional.of(Stories.story(id, members, originals, central, termsOf.apply(originals), forest.about(id)));
    }

    private Work work(String originalId) {
        return works.textOf(originalId).work();
    }

    /** The sketch of an article, which is not read again if it is the one that was put. */
    private Sketch original(String articleId, Sketch put) {
        return put.id().equals(articleId) ? put.sharing(article(articleId)) : original(articleId);
    }

    /** The stored sketch of an article that is in. */
    Sketch original(String articleId) {
        Sketch sketch = sketches.apply(articleId);
        if (sketch == null) {
            throw new NoSuchElementException("no stored sketch of article " + articleId);
        }
        return sketch.sharing(article(articleId));
    }
}
