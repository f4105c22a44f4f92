package io.copydesk.enrich.decide;

import io.copydesk.enrich.dedup.Text;
import io.copydesk.enrich.dedup.Work;
import io.copydesk.enrich.sketch.Fingerprint;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one sketch affects, collected while works and stories are brought up to date. */
final class Change {

    /** Articles whose decision may be another now. */
    private final Set<Fingerprint> articles = new LinkedHashSet<>();

    /** By article id, the story of a work that was dissolved. */
    private final Map<String, @Nullable String> formerStories = new HashMap<>();

    private final SortedMap<String, SortedSet<String>> moves = new TreeMap<>();
    private final SortedSet<String> moved = new TreeSet<>();

    void affects(Fingerprint article) {
        articles.add(article);
    }

    void affects(Collection<Text> texts) {
        texts.forEach(text -> articles.addAll(text.members()));
    }

    /** Notes that a work which belonged to {@code story} is no more. */
    void dissolves(Work work, @Nullable String story) {
        for (Text text : work.texts()) {
            text.members().forEach(article -> formerStories.put(article.id(), story));
        }
    }

    /** Notes that a work which was in {@code from}, or in no story, is in {@code into} now. */
    void moves(Work work, @Nullable String from, String into) {
        affects(work.texts());
        for (Text text : work.texts()) {
            text.members().forEach(article -> note(article, formerStories.getOrDefault(article.id(), from), into));
        }
    }

    private void note(Fingerprint article, @Nullable String from, String into) {
        if (from != null && !from.equals(into)) {
            moved.add(article.id());
            moves.computeIfAbsent(from, story -> new TreeSet<>()).add(into);
        }
    }

    Set<Fingerprint> articles() {
        return articles;
    }

    /** Ids of articles that are of another story than before. */
    SortedSet<String> moved() {
        return moved;
    }

    /** For a story that articles left, the stories that they went to. */
    SortedMap<String, SortedSet<String>> moves() {
        return moves;
    }
}
