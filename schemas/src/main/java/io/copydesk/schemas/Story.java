package io.copydesk.schemas;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Works that tell of one event.
 *
 * @param id least (event time, id) among its works
 * @param headline headline of the story's first work
 * @param workCount how many works it has
 * @param works ids of the works, sorted; the first {@value #MOST_LISTED}, as a record has to stay small
 * @param memberCount how many articles its works have
 * @param members ids of these articles, sorted; the first {@value #MOST_LISTED}
 * @param languages BCP 47 tags found among the members, sorted
 * @param firstEventTime earliest known event time, {@code null} when none is known
 * @param lastEventTime latest known event time, {@code null} when none is known
 * @param terms the terms that most works share, strongest first
 */
public record Story(
        String id,
        @Nullable String headline,
        int workCount,
        List<String> works,
        int memberCount,
        List<String> members,
        List<String> languages,
        @Nullable String firstEventTime,
        @Nullable String lastEventTime,
        List<String> terms) {

    /** Every article names its story, so longer stories can be put together from {@code enriched-articles}. */
    public static final int MOST_LISTED = 1000;

    public Story {
        works = works == null ? List.of() : List.copyOf(works);
        members = members == null ? List.of() : List.copyOf(members);
        languages = languages == null ? List.of() : List.copyOf(languages);
        terms = terms == null ? List.of() : List.copyOf(terms);
    }
}
