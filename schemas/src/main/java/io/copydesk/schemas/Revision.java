package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two versions of one article, by sentence; or, where both versions are the same, what learned
 * boilerplate of the site was taken out of that version, or, with {@code event}, that its page went or came back. One of
 * the same version without changes and without {@code event} takes an earlier one about boilerplate back.
 *
 * @param id the article's id
 * @param version the later version
 * @param previousVersion the earlier version; the same as {@code version} where the site's boilerplate was taken out
 * @param kind who changed the text: the newsroom, or a better cleaning; the newsroom for every {@code event}
 * @param headlineChanged whether the headline differs
 * @param previousHeadline the earlier headline when it differs, else {@code null}
 * @param added number of added sentences
 * @param removed number of removed sentences
 * @param edited number of edited sentences
 * @param moved number of moved sentences
 * @param size how much changed, 0–1: the words that only one of the two texts has, of all words of both
 * @param numbersBefore numbers that the later text lacks or has less often, sorted
 * @param numbersAfter numbers that are new in the later text or more frequent there, sorted
 * @param changes the changed sentences in the order of the later text
 * @param event that the page of the article went or came back, which is no change of its text; {@code null} for a change of
 *     the text. Not a value of {@code kind}, as consumers that know only the earlier ones could not read it
 * @param withdrawn the withdrawal that {@code event} begins or ends; {@code null} without one
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
        List<Change> changes,
        @Nullable Event event,
        @Nullable Withdrawal withdrawn) {

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

    /** What became of the page of an article. */
    public enum Event {
        /** It is gone. */
        @JsonProperty("withdrawn")
        WITHDRAWN,
        /** It is there again. */
        @JsonProperty("returned")
        RETURNED
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
     * @param operation how it changed
     * @param text the sentence as it is now; for a removed one, as it was
     * @param previous the sentence as it was, for an edited one; else {@code null}
     */
    public record Change(
            Operation operation, String text, @Nullable String previous) {}

    /** A builder of a revision, without any value. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a revision by the names of its fields; the record says what they mean. Not thread-safe. */
    public static final class Builder {
        private @Nullable String id;
        private int version;
        private int previousVersion;
        private @Nullable Kind kind;
        private boolean headlineChanged;
        private @Nullable String previousHeadline;
        private int added;
        private int removed;
        private int edited;
        private int moved;
        private double size;
        private List<String> numbersBefore = List.of();
        private List<String> numbersAfter = List.of();
        private List<Change> changes = List.of();
        private @Nullable Event event;
        private @Nullable Withdrawal withdrawn;

        private Builder() {}

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public Builder version(int version) {
            this.version = version;
            return this;
        }

        public Builder previousVersion(int previousVersion) {
            this.previousVersion = previousVersion;
            return this;
        }

        public Builder kind(Kind kind) {
            this.kind = kind;
            return this;
        }

        public Builder headlineChanged(boolean headlineChanged) {
            this.headlineChanged = headlineChanged;
            return this;
        }

        public Builder previousHeadline(@Nullable String previousHeadline) {
            this.previousHeadline = previousHeadline;
            return this;
        }

        public Builder added(int added) {
            this.added = added;
            return this;
        }

        public Builder removed(int removed) {
            this.removed = removed;
            return this;
        }

        public Builder edited(int edited) {
            this.edited = edited;
            return this;
        }

        public Builder moved(int moved) {
            this.moved = moved;
            return this;
        }

        public Builder size(double size) {
            this.size = size;
            return this;
        }

        public Builder numbersBefore(List<String> numbersBefore) {
            this.numbersBefore = numbersBefore;
            return this;
        }

        public Builder numbersAfter(List<String> numbersAfter) {
            this.numbersAfter = numbersAfter;
            return this;
        }

        public Builder changes(List<Change> changes) {
            this.changes = changes;
            return this;
        }

        public Builder event(@Nullable Event event) {
            this.event = event;
            return this;
        }

        public Builder withdrawn(@Nullable Withdrawal withdrawn) {
            this.withdrawn = withdrawn;
            return this;
        }

        /** @throws NullPointerException when a required field was not set; its message is the field's name */
        public Revision build() {
            return new Revision(
                    Objects.requireNonNull(id, "id"),
                    version,
                    previousVersion,
                    Objects.requireNonNull(kind, "kind"),
                    headlineChanged,
                    previousHeadline,
                    added,
                    removed,
                    edited,
                    moved,
                    size,
                    numbersBefore,
                    numbersAfter,
                    changes,
                    event,
                    withdrawn);
        }
    }
}
