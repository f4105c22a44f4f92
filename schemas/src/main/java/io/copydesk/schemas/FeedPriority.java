package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which feeds, and pages that they name, are fetched first while more is due than may be requested. */
public enum FeedPriority {
    /** After the others. */
    @JsonProperty("low")
    LOW,
    /** The priority of a feed that has none. */
    @JsonProperty("normal")
    NORMAL,
    /** Before the others. */
    @JsonProperty("high")
    HIGH
}
