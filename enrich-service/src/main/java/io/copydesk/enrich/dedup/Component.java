package io.copydesk.enrich.dedup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts that are one work with a text: large works as a whole, and other texts one by one. Used once. */
final class Component {

    private final KeptWorks kept;
    private final List<Text> texts = new ArrayList<>();
    private final Set<Work> works = new LinkedHashSet<>();

    private Component(KeptWorks kept) {
        this.kept = kept;
    }

    /**
     * The component of a text.
     *
     * @param done receives the texts that were reached
     */
    static Component of(Text start, KeptWorks kept, Set<Text> done) {
        Component component = new Component(kept);
        Deque<Text> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            component.reach(open.pop(), open, done);
        }
        return component;
    }

    private void reach(Text text, Deque<Text> open, Set<Text> done) {
        Work whole = kept.of(text);
        if (whole == null) {
            texts.add(text);
        } else if (works.add(whole)) {
            kept.touched(whole).stream().filter(done::add).forEach(open::push);
        }
        text.links().forEach((other, link) -> {
            if (!other.isIn(whole) && text.merges(other, link) && done.add(other)) {
                open.push(other);
            }
        });
    }

    /** The work that has the earliest text of all, if that belongs to one that is kept. */
    @Nullable
    Work earliestWork() {
        return works.stream()
                .min(Comparator.comparing(work -> work.texts().get(0), Text.ORDER))
                .filter(work -> texts.stream().allMatch(work.texts().get(0)::isBefore))
                .orElse(null);
    }

    /** The works that are kept. */
    Set<Work> works() {
        return works;
    }

    /** All of its texts but those of {@code work}, in order. */
    List<Text> textsBeside(@Nullable Work work) {
        List<Text> all = new ArrayList<>(texts);
        works.stream().filter(other -> other != work).forEach(other -> all.addAll(other.texts()));
        Collections.sort(all, Text.ORDER);
        return all;
    }
}
