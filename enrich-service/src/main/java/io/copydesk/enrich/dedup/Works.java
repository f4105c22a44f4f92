package io.copydesk.enrich.dedup;

import io.copydesk.enrich.features.Sketch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All texts, the edges between them, and the works they form. What it holds is a function of the set of sketches that are in
 * it, whatever the order in which they came. For one thread.
 */
public final class Works {

    /** Texts that share fewer keys are not compared. */
    private static final int LEAST_SHARED_KEYS = 2;

    private final Map<String, Text> texts = new HashMap<>();
    private final Map<Long, List<Text>> index = new HashMap<>();
    private Set<Text> loose = new LinkedHashSet<>();
    private Set<Text> related = new LinkedHashSet<>();
    private Set<Work> dissolved = new LinkedHashSet<>();

    /**
     * What a change did.
     *
     * @param dissolved works that are no more
     * @param formed works that are there instead
     * @param related texts whose edges changed
     */
    public record Regrouping(Set<Work> dissolved, List<Work> formed, Set<Text> related) {}

    /** Puts {@code after} in the place of {@code before}, which must be in. */
    public Regrouping replace(@Nullable Sketch before, Sketch after) {
        loose = new LinkedHashSet<>();
        related = new LinkedHashSet<>();
        dissolved = new LinkedHashSet<>();
        if (before != null) {
            change(before.textKey(), text -> text.members.remove(before));
        }
        change(after.textKey(), text -> text.members.add(after));
        loose.removeIf(text -> text.members.isEmpty());
        related.removeIf(text -> text.members.isEmpty());
        return new Regrouping(dissolved, group(), related);
    }

    /** The text of an article that is in. */
    public Text textOf(Sketch sketch) {
        return texts.get(sketch.textKey());
    }

    private void change(String key, java.util.function.Consumer<Text> membership) {
        Text text = texts.computeIfAbsent(key, k -> new Text());
        Sketch before = text.members.isEmpty() ? null : text.first();
        loosen(text);
        related.add(text);
        if (before != null) {
            disconnect(text);
        }
        membership.accept(text);
        if (text.members.isEmpty()) {
            texts.remove(key);
        } else {
            connect(text);
        }
    }

    private void loosen(Text text) {
        loose.add(text);
        if (text.work != null) {
            dissolved.add(text.work);
            for (Text other : text.work.texts()) {
                other.work = null;
                loose.add(other);
            }
        }
    }

    private void disconnect(Text text) {
        for (Text other : text.links.keySet()) {
            other.links.remove(text);
            related.add(other);
            loosenAround(other);
        }
        text.links.clear();
        for (long key : text.first().shingles().keys()) {
            List<Text> posting = index.get(key);
            posting.remove(text);
            if (posting.isEmpty()) {
                index.remove(key);
            }
        }
    }

    private void connect(Text text) {
        long[] keys = text.first().shingles().keys();
        List<Text> candidates = new ArrayList<>();
        for (long key : keys) {
            for (Text other : index.getOrDefault(key, List.of())) {
                if (++other.shared == Math.min(LEAST_SHARED_KEYS, keys.length)) {
                    candidates.add(other);
                }
            }
        }
        for (long key : keys) {
            List<Text> posting = index.computeIfAbsent(key, k -> new ArrayList<>(1));
            posting.forEach(other -> other.shared = 0);
            posting.add(text);
        }
        for (Text other : candidates) {
            EdgeRule.between(text.first(), other.first()).ifPresent(link -> {
                text.links.put(other, link);
                other.links.put(text, link);
                related.add(other);
            });
        }
        text.links.keySet().forEach(this::loosenAround);
    }

    /** What a text's links say of an edition depends on its other links, so they are all looked at again. */
    private void loosenAround(Text text) {
        loosen(text);
        text.links.forEach((other, link) -> {
            if (link.mayBeEdited()) {
                loosen(other);
            }
        });
    }

    /** The connected parts among the loose texts; whatever they are connected to is loose, too. */
    private List<Work> group() {
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
                text.links.forEach((other, link) -> {
                    if (text.merges(other, link) && done.add(other)) {
                        open.push(other);
                    }
                });
            }
            part.sort(Text.ORDER);
            boolean holdsOthers = part.stream().anyMatch(Text::holdsOthers);
            Work work = new Work(part.get(0).first(), List.copyOf(part), holdsOthers);
            part.forEach(text -> text.work = work);
            formed.add(work);
        }
        return formed;
    }
}
