package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two versions of one article, by sentence; or, where both versions are the same, what learned
 * boilerplate of the site was taken out of that version. One of the latter kind without changes takes an earlier one back.
 *
 * @param id the article's id
 * @param version the later version
 * @param previousVersion the earlier version; the same as {@code version} where the site's boilerplate was taken out
 * @param kind who changed the text: the newsroom, or a better cleaning
 * @param headlineChanged whether the headline differs
 * @param previousHeadline the earlier headline when it differs, else {@code null}
 * @param added number of added sentences
 * @param removed number of removed sentences
 * @param edited number of edited sentences
 * @param moved number of moved sentences
 * @param size how much changed, 0–1: the words that only one of the two texts has, of all words of both
 * @param numbersBefore numbers that the later text has no more, or less often, sorted
 * @param numbersAfter numbers that the later text has anew, or more often, sorted
 * @param changes the changed sentences in the order of the later text
 */
public record Revision(
        String id,
        int version,
        int previousVersion,
        Kind kind,
        boolean headlineChanged,
        @Nullable String previousHeadline,
        int added,
        int removed,
        int edited,
        int moved,
        double size,
        List<String> numbersBefore,
        List<String> numbersAfter,
        List<Change> changes) {

    public Revision {
        numbersBefore = numbersBefore == null ? List.of() : List.copyOf(numbersBefore);
        numbersAfter = numbersAfter == null ? List.of() : List.copyOf(numbersAfter);
        changes = changes == null ? List.of() : List.copyOf(changes);
    }

    /** Who changed the text. */
    public enum Kind {
        @JsonProperty("editorial")
        EDITORIAL,
        @JsonProperty("cleaning")
        CLEANING
    }

    /** How one sentence changed. */
    public enum Operation {
        @JsonProperty("added")
        ADDED,
        @JsonProperty("removed")
        REMOVED,
        @JsonProperty("edited")
        EDITED,
        @JsonProperty("moved")
        MOVED
    }

    /**
     * One changed sentence.
     *
     * @param text the sentence as it is now; for a removed one, as it was
     * @param previous the sentence as it was, for an edited one; else {@code null}
     */
    public record Change(
            Operation operation, String text, @Nullable String previous) {}
}
