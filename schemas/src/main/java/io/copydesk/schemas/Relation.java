package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A typed edge between two articles; a pure function of the two and of the rule's version.
 *
 * @param to article id of the other end
 * @param kind what the relation is
 * @param score 0–1, the share of the smaller text that both have
 * @param rule the versioned rule that decided
 */
public record Relation(String to, Kind kind, double score, String rule) {

    /** Relation first, merge second: only {@link #EXACT}, {@link #NEAR} and {@link #SYNDICATED} merge into one work. */
    public enum Kind {
        @JsonProperty("exact")
        EXACT,
        @JsonProperty("near")
        NEAR,
        @JsonProperty("syndicated")
        SYNDICATED,
        @JsonProperty("revision")
        REVISION,
        @JsonProperty("part")
        PART;

        /** Whether two articles in this relation are one work. */
        public boolean merges() {
            return this == EXACT || this == NEAR || this == SYNDICATED;
        }
    }
}
