package io.copydesk.schemas;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Works that tell of one event.
 *
 * @param id least (event time, id) among its works
 * @param headline headline of the work that is most similar to the story's other works, without the name of its site
 * @param workCount how many works it has
 * @param works ids of the works, sorted; the first {@value #MOST_LISTED}, as a record has to stay small
 * @param memberCount how many articles its works have
 * @param members ids of these articles, sorted; the first {@value #MOST_LISTED}
 * @param languages BCP 47 tags found among the members, sorted
 * @param firstEventTime earliest known event time, {@code null} when none is known
 * @param lastEventTime latest known event time, {@code null} when none is known
 * @param terms the terms that most works share, strongest first
 * @param about the affair that the story belongs to with others: the id of its earliest work, equal in all its stories; {@code null}
 *     when there are no others
 */
public record Story(
        String id,
        @Nullable String headline,
        int workCount,
        List<String> works,
        int memberCount,
        List<String> members,
        List<String> languages,
        @TextFormat(TextFormat.DATE_TIME) @Nullable String firstEventTime,
        @TextFormat(TextFormat.DATE_TIME) @Nullable String lastEventTime,
        List<String> terms,
        @Nullable String about) {

    /** Every article names its story, so longer stories can be put together from {@code enriched-articles}. */
    public static final int MOST_LISTED = 1000;

    public Story {
        works = works == null ? List.of() : List.copyOf(works);
        members = members == null ? List.of() : List.copyOf(members);
        languages = languages == null ? List.of() : List.copyOf(languages);
        terms = terms == null ? List.of() : List.copyOf(terms);
    }

    /** A builder of a story, without any value. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a story by the names of its fields; the record says what they mean. Not thread-safe. */
    public static final class Builder {
        private @Nullable String id;
        private @Nullable String headline;
        private int workCount;
        private List<String> works = List.of();
        private int memberCount;
        private List<String> members = List.of();
        private List<String> languages = List.of();
        private @Nullable String firstEventTime;
        private @Nullable String lastEventTime;
        private List<String> terms = List.of();
        private @Nullable String about;

        private Builder() {}

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public Builder headline(@Nullable String headline) {
            this.headline = headline;
            return this;
        }

        public Builder workCount(int workCount) {
            this.workCount = workCount;
            return this;
        }

        public Builder works(List<String> works) {
            this.works = works;
            return this;
        }

        public Builder memberCount(int memberCount) {
            this.memberCount = memberCount;
            return this;
        }

        public Builder members(List<String> members) {
            this.members = members;
            return this;
        }

        public Builder languages(List<String> languages) {
            this.languages = languages;
            return this;
        }

        public Builder firstEventTime(@Nullable String firstEventTime) {
            this.firstEventTime = firstEventTime;
            return this;
        }

        public Builder lastEventTime(@Nullable String lastEventTime) {
            this.lastEventTime = lastEventTime;
            return this;
        }

        public Builder terms(List<String> terms) {
            this.terms = terms;
            return this;
        }

        public Builder about(@Nullable String about) {
            this.about = about;
            return this;
        }

        /** @throws NullPointerException when a required field was not set; its message is the field's name */
        public Story build() {
            return new Story(
                    Objects.requireNonNull(id, "id"),
                    headline,
                    workCount,
                    works,
                    memberCount,
                    members,
                    languages,
                    firstEventTime,
                    lastEventTime,
                    terms,
                    about);
        }
    }
}
