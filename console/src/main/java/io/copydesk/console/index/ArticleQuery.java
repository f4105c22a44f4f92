package io.copydesk.console.index;

import org.jspecify.annotations.Nullable;

/**
 * Which articles are wanted; {@code null} where anything will do.
 *
 * @param words as typed; blank for any
 * @param site registrable domain
 * @param feed URL of a feed that announced them
 * @param language BCP 47 tag, as {@link io.copydesk.schemas.LanguageRange} has it
 * @param story id of their story
 * @param speaker words of the name of somebody whom they quote, as {@code words}
 * @param access label of {@link io.copydesk.schemas.Access.State}
 * @param from earliest time of the event, in epoch milliseconds
 * @param before the time of the event is earlier
 * @param withdrawn whether their page is gone
 * @param sort order of the results
 */
public record ArticleQuery(
        String words,
        @Nullable String site,
        @Nullable String feed,
        @Nullable String language,
        @Nullable String story,
        @Nullable String speaker,
        @Nullable String access,
        @Nullable Long from,
        @Nullable Long before,
        @Nullable Boolean withdrawn,
        Order sort) {

    /** Orders of results. */
    public enum Order {
        /** Those first that fit the words best. */
        RELEVANCE,
        /** The latest event first. */
        NEWEST,
        /** The last to arrive first. */
        ARRIVED
    }

    /** All articles, the last to arrive first. */
    public static ArticleQuery any() {
        return new ArticleQuery("", null, null, null, null, null, null, null, null, null, Order.ARRIVED);
    }

    /** The articles of a story, the latest event first. */
    public static ArticleQuery ofStory(String story) {
        return new ArticleQuery("", null, null, null, story, null, null, null, null, null, Order.NEWEST);
    }
}
