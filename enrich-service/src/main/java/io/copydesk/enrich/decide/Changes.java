package io.copydesk.enrich.decide;

import io.copydesk.schemas.Decision;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.Story;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * The decisions that one sketch changed.
 *
 * @param decisions by article id
 * @param duplicates by article id; empty when the article is no duplicate any more
 * @param stories by story id; empty when there is no such story any more
 * @param moves for a story that articles left, the stories that they went to: all of them when it no longer exists, as in a merger;
 *     some of them when a story was split
 * @param moved ids of articles that are of another story than before
 */
public record Changes(
        SortedMap<String, Decision> decisions,
        SortedMap<String, Optional<Duplicate>> duplicates,
        SortedMap<String, Optional<Story>> stories,
        SortedMap<String, SortedSet<String>> moves,
        SortedSet<String> moved) {

    /** Nothing changed. */
    public static final Changes NONE = new Changes(
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedSet());
}
