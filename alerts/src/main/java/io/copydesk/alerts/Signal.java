package io.copydesk.alerts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the task that raises alerts has to know of a record: one of the four. Persisted in a repartition topic; fields are only added.
 *
 * @param article of {@code enriched-articles}
 * @param story of {@code stories}
 * @param feed of {@code feed-status}
 * @param letter of {@code dead-letters}
 */
record Signal(
        @Nullable OfArticle article,
        @Nullable OfStory story,
        @Nullable OfFeed feed,
        @Nullable OfLetter letter) {

    /**
     * An article whose text, names or story are new.
     *
     * @param story id, {@code null} before the decision
     * @param met rules that it meets, with what was found of each; empty when nothing that rules read is new
     */
    record OfArticle(
            String id,
            String site,
            @Nullable String story,
            @Nullable String url,
            @Nullable String headline,
            @Nullable String language,
            Map<String, List<String>> met) {
        OfArticle {
            met = met == null ? Map.of() : Map.copyOf(met);
        }
    }

    /**
     * A story as it is now.
     *
     * @param members ids of its articles; empty when it is gone
     * @param from ids of stories that articles of it came from
     * @param to ids of stories that articles of it went to
     */
    record OfStory(
            String id,
            @Nullable String headline,
            List<String> terms,
            List<String> languages,
            List<String> members,
            List<String> from,
            List<String> to) {
        OfStory {
            terms = terms == null ? List.of() : List.copyOf(terms);
            languages = languages == null ? List.of() : List.copyOf(languages);
            members = members == null ? List.of() : List.copyOf(members);
            from = from == null ? List.of() : List.copyOf(from);
            to = to == null ? List.of() : List.copyOf(to);
        }
    }

    /** A feed that is silent. */
    record OfFeed(String url, @Nullable String title, String since) {}

    /** A dead letter. */
    record OfLetter(String stage, String reason) {}

    static Signal of(OfArticle article) {
        return new Signal(article, null, null, null);
    }

    static Signal of(OfStory story) {
        return new Signal(null, story, null, null);
    }

    static Signal of(OfFeed feed) {
        return new Signal(null, null, feed, null);
    }

    static Signal of(OfLetter letter) {
        return new Signal(null, null, null, letter);
    }
}
