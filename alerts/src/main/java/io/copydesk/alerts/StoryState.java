package io.copydesk.alerts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A story as it was seen last. Persisted; fields are only added.
 *
 * @param headline its headline
 * @param terms its terms
 * @param languages its languages
 * @param members ids of its articles; empty when it is gone, or not seen yet
 * @param told names of rules that told of it, or of a story that articles of it came from; sorted
 * @param at its last arrival, epoch milliseconds
 */
record StoryState(
        @Nullable String headline,
        List<String> terms,
        List<String> languages,
        List<String> members,
        List<String> told,
        long at) {

    StoryState {
        terms = terms == null ? List.of() : List.copyOf(terms);
        languages = languages == null ? List.of() : List.copyOf(languages);
        members = members == null ? List.of() : List.copyOf(members);
        told = told == null ? List.of() : List.copyOf(told);
    }

    static StoryState unseen(long at) {
        return new StoryState(null, List.of(), List.of(), List.of(), List.of(), at);
    }

    StoryState of(Signal.OfStory story, long arrival) {
        return new StoryState(
                story.headline(), story.terms(), story.languages(), story.members(), told, Math.max(at, arrival));
    }

    /** This one with further rules. */
    StoryState withTold(Collection<String> rules) {
        TreeSet<String> all = new TreeSet<>(told);
        all.addAll(rules);
        return new StoryState(headline, terms, languages, members, new ArrayList<>(all), at);
    }
}
