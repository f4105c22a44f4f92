package io.copydesk.alerts;

import io.copydesk.alerts.added.LiveRules;
import io.copydesk.alerts.rule.Rule.OfStory;
import io.copydesk.alerts.rule.Rules;
import io.copydesk.kit.streams.RevertibleWrites;
import io.copydesk.schemas.Alert;
import io.copydesk.schemas.Alert.Kind;
import io.copydesk.schemas.LanguageRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Counts from how many sites a story is told. Stories and sites of articles come from different topics, so each is looked at when either
 * arrives.
 *
 * <p>A story that was merged or split has been told by the rules that told of any story that its articles came from: a merge never tells
 * again. Records of different stories may arrive in another order than they were written, so a rule that tells of a story counts as having
 * told of those that it came from. For one thread.
 */
final class StoryWatch {

    private final LiveRules rules;
    private final KeyValueStore<String, SiteOfArticle> sites;
    private final KeyValueStore<String, StoryState> stories;
    private final RevertibleWrites writes;
    private final Outlet outlet;

    /**
     * The site of an article. Persisted; fields are only added.
     *
     * @param site {@code null} while only a story has named the article
     * @param at when it was seen, epoch milliseconds
     * @param story that named it before it was seen; {@code null} when it was seen
     */
    record SiteOfArticle(
            @Nullable String site, long at, @Nullable String story) {}

    StoryWatch(
            LiveRules rules,
            KeyValueStore<String, SiteOfArticle> sites,
            KeyValueStore<String, StoryState> stories,
            RevertibleWrites writes,
            Outlet outlet) {
        this.rules = rules;
        this.sites = sites;
        this.stories = stories;
        this.writes = writes;
        this.outlet = outlet;
    }

    /**
     * An article was seen; its site counts from now on. The story that waits for it may be another than its own record names, which may be older
     * than that of the story.
     */
    void article(Signal.OfArticle article, long arrival) {
        SiteOfArticle before = sites.get(article.id());
        writes.replace(sites, article.id(), before, new SiteOfArticle(article.site(), arrival, null));
        if (before == null || before.site() == null) {
            Stream.of(article.story(), before == null ? null : before.story())
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(id -> tellOf(id, arrival));
        }
    }

    private void tellOf(String id, long arrival) {
        StoryState story = stories.get(id);
        if (story != null) {
            tell(id, story, arrival);
        }
    }

    /** A story is as it says. */
    void story(Signal.OfStory story, long arrival) {
        StoryState before = stories.get(story.id());
        StoryState now = (before == null ? StoryState.unseen(arrival) : before).of(story, arrival);
        Set<String> told = new HashSet<>(now.told());
        for (String other : story.from()) {
            StoryState source = stories.get(other);
            told.addAll(source == null ? List.of() : source.told());
        }
        now = now.withTold(told);
        writes.replace(stories, story.id(), before, now);
        List<String> all = new ArrayList<>(tell(story.id(), now, arrival));
        story.to().forEach(other -> mark(other, all, arrival));
        story.from().forEach(other -> mark(other, all, arrival));
    }

    private void mark(String id, List<String> told, long arrival) {
        if (!told.isEmpty()) {
            StoryState other = stories.get(id);
            writes.replace(stories, id, other, (other == null ? StoryState.unseen(arrival) : other).withTold(told));
        }
    }

    /** Raises what is due; returns the rules that have told of the story. */
    private List<String> tell(String id, StoryState story, long arrival) {
        Rules current = rules.now();
        List<OfStory> untold = current.of(OfStory.class).stream()
                .filter(rule -> !story.told().contains(rule.name()) && arrival >= rules.since(rule.name()))
                .toList();
        if (untold.isEmpty()) {
            return story.told();
        }
        int count = count(id, story, arrival);
        List<LanguageRange> languages =
                story.languages().stream().map(LanguageRange::of).toList();
        List<String> told = new ArrayList<>();
        for (OfStory rule : untold) {
            found(current, rule, story, languages, count).ifPresent(matched -> {
                told.add(rule.name());
                outlet.raise(alert(rule.name(), id, story, matched, count, arrival), arrival);
            });
        }
        if (told.isEmpty()) {
            return story.told();
        }
        StoryState after = story.withTold(told);
        writes.replace(stories, id, story, after);
        return after.told();
    }

    private static Optional<List<String>> found(
            Rules current, OfStory rule, StoryState story, List<LanguageRange> languages, int count) {
        boolean fits = count >= rule.sites()
                && (rule.languages().isEmpty()
                        || languages.stream().anyMatch(language -> LanguageRange.isIn(rule.languages(), language)));
        return fits
                ? current.matched(
                        rule.words(),
                        Stream.<@Nullable String>concat(
                                Stream.of(story.headline() == null ? "" : story.headline()), story.terms().stream()))
                : Optional.empty();
    }

    /** Counts the sites of the articles that were seen; notes of the others that the story waits for them. */
    private int count(String id, StoryState story, long arrival) {
        Set<String> distinct = new HashSet<>();
        for (String member : story.members()) {
            SiteOfArticle known = sites.get(member);
            if (known != null && known.site() != null) {
                distinct.add(known.site());
            } else if (known == null || !id.equals(known.story())) {
                writes.replace(sites, member, known, new SiteOfArticle(null, arrival, id));
            }
        }
        return distinct.size();
    }

    private static Alert alert(
            String rule, String id, StoryState story, List<String> matched, int count, long arrival) {
        return Alert.builder()
                .of(rule, Kind.STORY, id)
                .headline(Texts.headline(story.headline(), id))
                .raised(Instant.ofEpochMilli(arrival).toString())
                .story(id)
                .matched(matched)
                .sites(count)
                .build();
    }
}
