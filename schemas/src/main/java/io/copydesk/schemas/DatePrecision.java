package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How exactly {@code datePublished} is known. */
public enum DatePrecision {
    /** A point in time with an offset. */
    @JsonProperty("instant")
    INSTANT,
    /** A calendar day in the publisher's zone. */
    @JsonProperty("day")
    DAY
}
