package io.copydesk.enrich.decide;

import io.copydesk.enrich.dedup.Relations;
import io.copydesk.enrich.dedup.Text;
import io.copydesk.enrich.dedup.Work;
import io.copydesk.enrich.dedup.Works;
import io.copydesk.enrich.dedup.Works.Regrouping;
import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.story.StoryForest;
import io.copydesk.enrich.story.StoryForest.Telling;
import io.copydesk.schemas.Decision;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.Story;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides about all articles, from the latest sketch of each. The sum of all changes it returned is a function of the sketches that
 * are in, whatever the order; a desk filled again with the same sketches goes on as the first would have. For one thread.
 */
public final class Decider {

    private final Function<String, Sketch> sketches;
    private final Works works = new Works();
    private final StoryForest forest = new StoryForest();

    private final PublishedDigests decisions = new PublishedDigests();
    private final PublishedDigests duplicates = new PublishedDigests();
    private final PublishedDigests stories = new PublishedDigests();

    /** @param sketches the latest sketch that was put for the article with an id */
    public Decider(Function<String, Sketch> sketches) {
        this.sketches = sketches;
    }

    /**
     * Puts the latest sketch of an article in the place of the one before, and says what that changed.
     *
     * @param arrived when it came, in milliseconds since 1970
     */
    public Changes put(Sketch sketch, long arrived) {
        Regrouping regrouping = works.put(sketch.fingerprint());
        Set<Fingerprint> articles = new LinkedHashSet<>();
        articles.add(works.find(sketch.id()));
        regrouping.related().forEach(text -> articles.addAll(text.members()));
        Map<String, String> former = regroup(regrouping, sketch.id(), arrived, articles);
        SortedMap<String, SortedSet<String>> moves = new TreeMap<>();
        SortedMap<String, Optional<Story>> storyChanges = retell(forest.settle(), former, moves, articles);
        SortedMap<String, Decision> decisionChanges = new TreeMap<>();
        SortedMap<String, Optional<Duplicate>> duplicateChanges = new TreeMap<>();
        for (Fingerprint article : articles) {
            decide(article, decisionChanges, duplicateChanges);
        }
        return new Changes(decisionChanges, duplicateChanges, storyChanges, moves);
    }

    /**
     * Forgets all stories whose last article came before {@code arrived}. Nothing is said of it: what was decided stays, and an
     * article that comes later is compared with those that are left.
     *
     * @return the ids of the articles that are forgotten
     */
    public List<String> forget(long arrived) {
        List<String> forgotten = new ArrayList<>();
        for (String storyId : forest.endedBefore(arrived)) {
            for (String workId : forest.tell(storyId).works()) {
                works.textOf(workId).work().texts().stream()
                        .flatMap(text -> text.members().stream())
                        .forEach(article -> forgotten.add(article.id()));
                works.forget(works.textOf(workId).work());
            }
            forest.forget(storyId);
            stories.forget(storyId);
        }
        forgotten.forEach(decisions::forget);
        forgotten.forEach(duplicates::forget);
        return forgotten;
    }

    /** The fingerprint of an article that is in. */
    public Fingerprint article(String articleId) {
        return works.find(articleId);
    }

    /** What is decided about an article that is in. */
    public Decision decision(String articleId) {
        Text text = works.textOf(articleId);
        String workId = text.work().id();
        return new Decision(workId, forest.storyOf(workId), Relations.of(works.find(articleId), text));
    }

    /**
     * Works that only got or lost copies stay where they are in the forest, unless their original is what was put.
     *
     * @return the stories of those works that are taken out, by the ids of all their articles
     */
    private Map<String, String> regroup(Regrouping regrouping, String put, long arrived, Set<Fingerprint> articles) {
        Set<String> gone = new TreeSet<>();
        regrouping.dissolved().forEach(work -> gone.add(work.id()));
        Set<Work> fresh = new LinkedHashSet<>();
        regrouping.moved().forEach(text -> articles.addAll(text.members()));
        for (Work work : regrouping.formed()) {
            boolean stays = !work.id().equals(put)
                    && gone.contains(work.id())
                    && forest.isLeaf(work.id()) == work.holdsOthers();
            if (stays) {
                gone.remove(work.id());
                forest.touch(work.id(), arrived);
            } else {
                fresh.add(work);
            }
        }
        Map<String, String> former = new HashMap<>();
        for (Work work : regrouping.dissolved()) {
            if (gone.contains(work.id())) {
                String story = forest.storyOf(work.id());
                work.texts().forEach(text -> text.members().forEach(article -> former.put(article.id(), story)));
            }
        }
        gone.forEach(forest::remove);
        fresh.forEach(work -> forest.add(sketches.apply(work.id()), work.holdsOthers(), arrived));
        return former;
    }

    private SortedMap<String, Optional<Story>> retell(
            Set<String> storyIds,
            Map<String, String> former,
            SortedMap<String, SortedSet<String>> moves,
            Set<Fingerprint> articles) {
        SortedMap<String, Optional<Story>> changes = new TreeMap<>();
        for (String id : storyIds) {
            Telling telling = forest.tell(id);
            List<Work> parts = telling.works().stream()
                    .map(workId -> works.textOf(workId).work())
                    .toList();
            Optional<Story> told = parts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Stories.tell(
                            id,
                            parts,
                            telling.works().stream().map(forest::original).toList()));
            if (stories.isNews(id, told.orElse(null))) {
                changes.put(id, told);
            }
            telling.joined().forEach((workId, story) -> {
                for (Text text : works.textOf(workId).work().texts()) {
                    articles.addAll(text.members());
                    text.members().forEach(article -> note(moves, former.getOrDefault(article.id(), story), id));
                }
            });
        }
        return changes;
    }

    private static void note(SortedMap<String, SortedSet<String>> moves, @Nullable String from, String into) {
        if (from != null && !from.equals(into)) {
            moves.computeIfAbsent(from, story -> new TreeSet<>()).add(into);
        }
    }

    private void decide(
            Fingerprint article,
            SortedMap<String, Decision> decisionChanges,
            SortedMap<String, Optional<Duplicate>> duplicateChanges) {
        Decision decision = decision(article.id());
        if (decisions.isNews(article.id(), decision)) {
            decisionChanges.put(article.id(), decision);
        }
        Optional<Duplicate> duplicate = Relations.duplicate(article, works.textOf(article.id()));
        if (duplicates.isNews(article.id(), duplicate.orElse(null))) {
            duplicateChanges.put(article.id(), duplicate);
        }
    }
}
