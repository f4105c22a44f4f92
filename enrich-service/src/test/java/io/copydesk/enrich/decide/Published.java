package io.copydesk.enrich.decide;

import static org.assertj.core.api.Assertions.fail;

import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.schemas.Decision;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.Story;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The last value of each key, as a consumer of the topics sees it. */
final class Published {
    final Map<String, Sketch> sketches;
    final Decider decider;
    final Map<String, Decision> decisions = new TreeMap<>();
    final Map<String, Duplicate> duplicates = new TreeMap<>();
    final Map<String, Story> stories = new TreeMap<>();

    Published() {
        sketches = new HashMap<>();
        decider = new Decider(sketches::get);
    }

    /** With a decider of {@code before}. */
    Published(Map<String, Sketch> before, Decider decider) {
        sketches = before;
        this.decider = decider;
    }

    /** With a decider that was built at once. */
    Published(Map<String, Sketch> before) {
        sketches = new HashMap<>(before);
        decider = new Decider(sketches::get);
        DeciderUpdate update = new DeciderUpdate(decider);
        before.values().forEach(sketch -> update.put(sketch, 0));
        update.finish((id, cause) -> fail(id, cause));
    }

    /** Brings the decider up to date at once; what that changes is not told. */
    void update(Set<String> removed, List<Sketch> put) {
        DeciderUpdate update = new DeciderUpdate(decider);
        for (String id : removed) {
            update.remove(id);
            sketches.remove(id);
        }
        put.forEach(sketch -> sketches.put(sketch.id(), sketch));
        put.stream().map(Sketch::id).distinct().forEach(id -> update.put(sketches.get(id), sketches.size()));
        update.finish((id, cause) -> fail(id, cause));
    }

    Changes put(Sketch sketch) {
        sketches.put(sketch.id(), sketch);
        Changes changes = decider.put(sketch, sketches.size());
        decisions.putAll(changes.decisions());
        changes.duplicates()
                .forEach((id, value) ->
                        value.ifPresentOrElse(duplicate -> duplicates.put(id, duplicate), () -> duplicates.remove(id)));
        changes.stories()
                .forEach((id, value) ->
                        value.ifPresentOrElse(story -> stories.put(id, story), () -> stories.remove(id)));
        return changes;
    }
}
