package io.copydesk.enrich.desk;

import io.copydesk.schemas.Decision;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.Story;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What one sketch changed.
 *
 * @param decisions by article id
 * @param duplicates by article id; empty when the article is no duplicate any more
 * @param stories by story id; empty when there is no such story any more
 */
public record Changes(
        SortedMap<String, Decision> decisions,
        SortedMap<String, Optional<Duplicate>> duplicates,
        SortedMap<String, Optional<Story>> stories) {

    /** Nothing changed. */
    public static final Changes NONE =
            new Changes(Collections.emptySortedMap(), Collections.emptySortedMap(), Collections.emptySortedMap());
}
