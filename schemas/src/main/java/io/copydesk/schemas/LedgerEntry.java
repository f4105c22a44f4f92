package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Outcome of one input. Every input has exactly one entry; a later entry of the same input replaces the earlier.
 *
 * @param inputId the input
 * @param outcome where it ended
 * @param reason why, for a dead letter; {@value #WITHDRAWN} or {@value #RESTORED} for an input that says so of an article; else
 *     {@code null}
 * @param articleId the article it is a version of; {@code null} for a dead letter
 * @param version the version it is; {@code null} for a dead letter
 */
public record LedgerEntry(
        String inputId,
        Outcome outcome,
        @Nullable String reason,
        @Nullable String articleId,
        @Nullable Integer version) {

    /** Reason of an input that says that the page of an article is gone. */
    public static final String WITHDRAWN = "withdrawn";

    /** Reason of an input that takes such a word back. */
    public static final String RESTORED = "restored";

    /** The entry of an input that became a dead letter. */
    public static LedgerEntry refused(String inputId, String reason) {
        return new LedgerEntry(inputId, Outcome.DEAD_LETTER, reason, null, null);
    }

    /** Where an input ends. */
    public enum Outcome {
        /** It is a version of an article. */
        @JsonProperty("article")
        ARTICLE,
        /** It repeats a version that is known already. */
        @JsonProperty("unchanged")
        UNCHANGED,
        /** It was refused; the dead letter says why. */
        @JsonProperty("dead-letter")
        DEAD_LETTER
    }
}
