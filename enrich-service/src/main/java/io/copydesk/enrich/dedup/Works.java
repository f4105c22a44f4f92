package io.copydesk.enrich.dedup;

import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.Fingerprint.Samples;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All texts, the edges between them, and the works they form. What it holds is a function of the set of fingerprints that are in
 * it, whatever the order in which they came. For one thread.
 *
 * <p>Texts are found by their keys in slices of event time as long as the window within which copies are looked for.
 */
public final class Works {

    /** The slice of texts without a time, which are compared with texts of any time. */
    private static final long TIMELESS = Long.MAX_VALUE;

    private final Lookup<Fingerprint> articles = new Lookup<>(Fingerprint::idHash);
    private final Lookup<Text> texts = new Lookup<>(text -> text.first().textKey());
    private final Map<Long, KeyIndex> slices = new TreeMap<>();
    private Set<Text> loose = new LinkedHashSet<>();
    private Set<Text> related = new LinkedHashSet<>();
    private List<Work> dissolved = new ArrayList<>();

    /**
     * What a change did.
     *
     * @param dissolved works that are no more
     * @param formed works that are there instead
     * @param related texts whose edges or whose first copies changed
     * @param moved texts whose work has another id than before
     */
    public record Regrouping(List<Work> dissolved, List<Work> formed, Set<Text> related, List<Text> moved) {}

    /** Puts the latest fingerprint of an article in the place of the one before. */
    public Regrouping put(Fingerprint after) {
        loose = new LinkedHashSet<>();
        related = new LinkedHashSet<>();
        dissolved = new ArrayList<>();
        Fingerprint before = find(after.id());
        if (before != null) {
            takeOut(before);
        }
        add(after);
        loose.removeIf(text -> !isIn(text));
        related.removeIf(text -> !isIn(text));
        List<Text> moved = new ArrayList<>();
        return new Regrouping(dissolved, group(moved), related, moved);
    }

    /** Forgets a work that is in. Texts that were linked with it lose the link, and stay as they are otherwise. */
    public void forget(Work work) {
        for (Text text : work.texts()) {
            text.links().forEach((other, link) -> other.unlink(text));
            text.unlinkAll();
            takeFromIndex(text);
            texts.remove(text);
            text.members().forEach(articles::remove);
        }
    }

    /** The fingerprint of the article with this id, {@code null} when it is not in. */
    public @Nullable Fingerprint find(String articleId) {
        return articles.find(
                Fingerprint.hashOf(articleId), article -> article.id().equals(articleId));
    }

    /** The text of the article with this id, which must be in. */
    public Text textOf(String articleId) {
        return text(find(articleId).textKey());
    }

    private @Nullable Text text(long key) {
        return texts.find(key, text -> true);
    }

    private boolean isIn(Text text) {
        return text == text(text.first().textKey());
    }

    private void takeOut(Fingerprint article) {
        articles.remove(article);
        Text text = text(article.textKey());
        loosen(text);
        if (text.members().indexOf(article) <= Relations.MOST) {
            related.add(text);
        }
        boolean first = article.id().equals(text.first().id());
        if (first) {
            disconnect(text);
        }
        if (text.members().size() == 1) {
            texts.remove(text);
            return;
        }
        text.remove(article);
        if (first) {
            connect(text);
        }
    }

    private void add(Fingerprint article) {
        Text text = text(article.textKey());
        if (text == null) {
            text = new Text(article);
            articles.add(article);
            texts.add(text);
            loose.add(text);
            related.add(text);
            connect(text);
            return;
        }
        Fingerprint sharing = article.sharing(text.first());
        articles.add(sharing);
        loosen(text);
        boolean first = Fingerprint.ORDER.compare(sharing, text.first()) < 0;
        if (first) {
            disconnect(text);
        }
        text.add(sharing);
        if (first) {
            connect(text);
        }
        if (text.members().indexOf(sharing) <= Relations.MOST) {
            related.add(text);
        }
    }

    private void loosen(Text text) {
        if (!loose.add(text)) {
            return;
        }
        Work work = text.work();
        dissolved.add(work);
        loose.addAll(work.texts());
    }

    private void disconnect(Text text) {
        List<Text> bereft = new ArrayList<>();
        text.links().forEach((other, link) -> {
            if (text.isBefore(other) && other.firstOfFullEarlier() != null) {
                bereft.add(other);
            }
            other.unlink(text);
            related.add(other);
            loosenAround(other);
        });
        text.unlinkAll();
        takeFromIndex(text);
        bereft.forEach(this::refill);
    }

    private void takeFromIndex(Text text) {
        long slice = slice(text);
        KeyIndex index = slices.get(slice);
        index.remove(text, text.first().samples().shingles().keys());
        if (index.size() == 0) {
            slices.remove(slice);
        }
    }

    /** Finds the text that takes the place of one that is gone among the last before this one. */
    private void refill(Text text) {
        Samples samples = text.first().samples();
        alike(text, samples).stream()
                .filter(other -> other.isBefore(text) && !text.links().containsKey(other))
                .sorted(Text.ORDER.reversed())
                .flatMap(other ->
                        EdgeRule.between(text.first(), samples, other.first())
                                .map(link -> Map.entry(other, link))
                                .stream())
                .findFirst()
                .ifPresent(next -> {
                    link(text, next.getKey(), next.getValue());
                    loosenAround(text);
                    loosenAround(next.getKey());
                });
    }

    private void connect(Text text) {
        Samples samples = text.first().samples();
        List<Text> found = alike(text, samples);
        linkToEarlier(text, samples, found);
        linkFromLater(text, samples, found);
        slices.computeIfAbsent(slice(text), slice -> new KeyIndex())
                .add(text, samples.shingles().keys());
        text.links().forEach((other, link) -> loosenAround(other));
    }

    /** The last of the texts before it that it is like. */
    private void linkToEarlier(Text text, Samples samples, List<Text> found) {
        int links = 0;
        for (Text other : found.stream()
                .filter(other -> other.isBefore(text))
                .sorted(Text.ORDER.reversed())
                .toList()) {
            Optional<SharedText> link = EdgeRule.between(text.first(), samples, other.first());
            link.ifPresent(l -> link(text, other, l));
            links += link.isPresent() ? 1 : 0;
            if (links == EdgeRule.MOST_EARLIER) {
                return;
            }
        }
    }

    /** Texts after it which it is like: each may have too many before it now, and loses the first of them. */
    private void linkFromLater(Text text, Samples samples, List<Text> found) {
        for (Text other : found) {
            Text first = text.isBefore(other) ? other.firstOfFullEarlier() : text;
            if (first == null || first.isBefore(text)) {
                EdgeRule.between(text.first(), samples, other.first()).ifPresent(link -> {
                    if (first != null) {
                        unlink(first, other);
                    }
                    link(text, other, link);
                });
            }
        }
    }

    private void link(Text text, Text other, SharedText link) {
        text.link(other, link);
        other.link(text, link);
        related.add(other);
    }

    private void unlink(Text text, Text other) {
        loosenAround(text);
        loosenAround(other);
        text.unlink(other);
        other.unlink(text);
        related.add(text);
        related.add(other);
    }

    /** The texts within reach that may share enough keys to be compared. */
    private List<Text> alike(Text text, Samples samples) {
        List<Text> found = new ArrayList<>();
        for (KeyIndex index : around(slice(text))) {
            found.addAll(index.sharing(samples.shingles().keys(), EdgeRule.LEAST_SHARED_KEYS));
        }
        return found;
    }

    /** A slice is as long as the window, so what is within reach is in it or beside it. */
    private List<KeyIndex> around(long slice) {
        if (slice == TIMELESS) {
            return List.copyOf(slices.values());
        }
        List<KeyIndex> around = new ArrayList<>();
        for (long near : new long[] {slice - 1, slice, slice + 1, TIMELESS}) {
            KeyIndex index = slices.get(near);
            if (index != null) {
                around.add(index);
            }
        }
        return around;
    }

    private static long slice(Text text) {
        Long millis = text.first().eventMillis();
        return millis == null ? TIMELESS : Math.floorDiv(millis, EdgeRule.WINDOW);
    }

    /** What a text's links say of an edition depends on its other links, so they are all looked at again. */
    private void loosenAround(Text text) {
        loosen(text);
        text.links().forEach((other, link) -> {
            if (link.mayBeEdited()) {
                loosen(other);
                related.add(other);
            }
        });
    }

    /** The connected parts among the loose texts; whatever they are connected to is loose, too. */
    private List<Work> group(List<Text> moved) {
        List<Work> formed = new ArrayList<>();
        Set<Text> done = new LinkedHashSet<>();
        for (Text start : loose) {
            if (!done.add(start)) {
                continue;
            }
            List<Text> part = new ArrayList<>();
            Deque<Text> open = new ArrayDeque<>(List.of(start));
            while (!open.isEmpty()) {
                Text text = open.pop();
                part.add(text);
                text.links().forEach((other, link) -> {
                    if (text.merges(other, link) && done.add(other)) {
                        open.push(other);
                    }
                });
            }
            part.sort(Text.ORDER);
            boolean holdsOthers = part.stream().anyMatch(Text::holdsOthers);
            Work work = new Work(part.get(0).first(), List.copyOf(part), holdsOthers);
            for (Text text : part) {
                if (!work.id().equals(text.workId())) {
                    moved.add(text);
                }
                text.setWork(part.size() == 1 ? null : work);
            }
            formed.add(work);
        }
        return formed;
    }
}
