package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why a record of a public topic was written: the event that led to it, in the header {@link EventHeaders#CAUSE}. A record always has the newest of
 * everything that is known of its key, so more may differ from the record before than its cause tells.
 */
public enum Cause {
    /** The first version of an article. */
    @JsonProperty("new")
    NEW,
    /** Another version of an article, or other numbers of the known ones because an older capture came. */
    @JsonProperty("revised")
    REVISED,
    /** Learned boilerplate of the site was taken out of a version, or put back. */
    @JsonProperty("cleaned")
    CLEANED,
    /** The work of an article or its relations to others are different. */
    @JsonProperty("relations")
    RELATIONS,
    /** An article is of another story, or a story has other members or facts. */
    @JsonProperty("story")
    STORY,
    /** The page of an article is gone. */
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** The page of an article is there again. */
    @JsonProperty("returned")
    RETURNED,
    /** A further feed named the page of an article. */
    @JsonProperty("announced")
    ANNOUNCED,
    /** A known input was processed again with another result, or a known version was seen in an older capture. */
    @JsonProperty("replayed")
    REPLAYED
}
