package io.copydesk.schemas;

import java.util.List;

/**
 * What enrich-service decided about an article; re-issued whenever an earlier original or a better neighbour turns up.
 *
 * @param workId id of the work (the article and its copies): the least (event time, id) among its members
 * @param storyId id of the story that the work belongs to
 * @param relations edges to other articles, sorted by {@code to}
 */
public record Decision(String workId, String storyId, List<Relation> relations) {

    public Decision {
        relations = relations == null ? List.of() : List.copyOf(relations);
    }
}
