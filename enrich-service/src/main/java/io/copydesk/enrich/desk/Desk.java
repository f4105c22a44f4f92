package io.copydesk.enrich.desk;

import io.copydesk.enrich.dedup.Relations;
import io.copydesk.enrich.dedup.Text;
import io.copydesk.enrich.dedup.Work;
import io.copydesk.enrich.dedup.Works;
import io.copydesk.enrich.dedup.Works.Regrouping;
import io.copydesk.enrich.features.Sketch;
import io.copydesk.enrich.story.StoryForest;
import io.copydesk.schemas.Decision;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.Story;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides about all articles, from the latest sketch of each. The sum of all changes it returned is a function of the sketches that
 * are in, whatever the order; a desk filled again with the same sketches goes on as the first would have. For one thread.
 */
public final class Desk {

    private final Map<String, Sketch> sketches = new HashMap<>();
    private final Works works = new Works();
    private final StoryForest forest = new StoryForest();
    private final Map<String, Work> workOf = new HashMap<>();
    private final Map<String, String> storyOf = new HashMap<>();

    private final Map<String, Decision> decisions = new HashMap<>();
    private final Map<String, Duplicate> duplicates = new HashMap<>();
    private final Map<String, Story> stories = new HashMap<>();

    /** Puts the latest sketch of an article in the place of the one before, and says what that changed. */
    public Changes put(Sketch sketch) {
        Sketch before = sketches.put(sketch.id(), sketch);
        if (sketch.equals(before)) {
            return new Changes(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        }
        Regrouping regrouping = works.replace(before, sketch);
        Set<Sketch> articles = new LinkedHashSet<>(Set.of(sketch));
        regrouping.related().forEach(text -> articles.addAll(text.members()));
        regroup(regrouping, articles);
        SortedMap<String, Optional<Story>> storyChanges = retell(forest.settle(), articles);
        SortedMap<String, Decision> decisionChanges = new TreeMap<>();
        SortedMap<String, Optional<Duplicate>> duplicateChanges = new TreeMap<>();
        for (Sketch article : articles) {
            decide(article, decisionChanges, duplicateChanges);
        }
        return new Changes(decisionChanges, duplicateChanges, storyChanges);
    }

    /** The latest sketch of an article that is in. */
    public Sketch sketch(String articleId) {
        return sketches.get(articleId);
    }

    /** What was decided about an article that is in. */
    public Decision decision(String articleId) {
        return decisions.get(articleId);
    }

    /** Works that only got or lost copies stay where they are in the forest. */
    private void regroup(Regrouping regrouping, Set<Sketch> articles) {
        Map<String, Sketch> gone = new TreeMap<>();
        regrouping.dissolved().forEach(work -> gone.put(work.id(), work.original()));
        regrouping.dissolved().forEach(work -> workOf.remove(work.id()));
        for (Work work : regrouping.formed()) {
            workOf.put(work.id(), work);
            work.texts().forEach(text -> articles.addAll(text.members()));
        }
        Set<Work> fresh = new LinkedHashSet<>();
        for (Work work : regrouping.formed()) {
            if (work.original().equals(gone.get(work.id())) && forest.isLeaf(work.id()) == work.holdsOthers()) {
                gone.remove(work.id());
                forest.touch(work.id());
            } else {
                fresh.add(work);
            }
        }
        gone.keySet().forEach(forest::remove);
        gone.keySet().forEach(storyOf::remove);
        fresh.forEach(work -> forest.add(work.original(), work.holdsOthers()));
    }

    private SortedMap<String, Optional<Story>> retell(Set<String> storyIds, Set<Sketch> articles) {
        SortedMap<String, Optional<Story>> changes = new TreeMap<>();
        for (String id : storyIds) {
            List<String> workIds = forest.works(id);
            Story story = workIds.isEmpty()
                    ? null
                    : Stories.tell(id, workIds.stream().map(workOf::get).toList());
            if (!Objects.equals(story, story == null ? stories.remove(id) : stories.put(id, story))) {
                changes.put(id, Optional.ofNullable(story));
            }
            for (String workId : workIds) {
                if (!id.equals(storyOf.put(workId, id))) {
                    workOf.get(workId).texts().forEach(text -> articles.addAll(text.members()));
                }
            }
        }
        return changes;
    }

    private void decide(
            Sketch article,
            SortedMap<String, Decision> decisionChanges,
            SortedMap<String, Optional<Duplicate>> duplicateChanges) {
        Text text = works.textOf(article);
        String workId = text.work().id();
        Decision decision = new Decision(workId, storyOf.get(workId), Relations.of(article, text));
        if (!decision.equals(decisions.put(article.id(), decision))) {
            decisionChanges.put(article.id(), decision);
        }
        Optional<Duplicate> duplicate = Relations.duplicate(article, text);
        Duplicate previous =
                duplicate.isPresent() ? duplicates.put(article.id(), duplicate.get()) : duplicates.remove(article.id());
        if (!duplicate.equals(Optional.ofNullable(previous))) {
            duplicateChanges.put(article.id(), duplicate);
        }
    }
}
