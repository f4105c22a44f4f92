package io.copydesk.enrich.dedup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Large works that a change leaves as they are but for what is around some of their texts, the touched ones: all links that the change made, removed or gave
 * another meaning are between touched texts, or with texts of other works. So a work is still connected when its touched texts are: from any other of
 * its texts, the way to one of them is as it was. Used for one change.
 */
final class KeptWorks {

    /** Texts that are visited to see whether the touched ones are connected: a multiple of the links of a text. */
    private static final int MOST_VISITED = 8 * EdgeConstants.MOST_EARLIER;

    private final Map<Work, List<Text>> touched = new LinkedHashMap<>();

    /** Adds a text that is touched, and its work. */
    void touch(Text text) {
        touched.computeIfAbsent(text.work(), work -> new ArrayList<>()).add(text);
    }

    /** Reverses {@link #touch} for a text that leaves its work, whose neighbours are touched. */
    void untouch(Text text) {
        touched(text.work()).remove(text);
    }

    /**
     * Removes a work.
     *
     * @return whether it was in
     */
    boolean remove(Work work) {
        return touched.remove(work) != null;
    }

    boolean contains(Work work) {
        return touched.containsKey(work);
    }

    /** All that are in. */
    List<Work> all() {
        return List.copyOf(touched.keySet());
    }

    /** The work of a text if it is kept; else {@code null}. */
    @Nullable
    Work of(Text text) {
        Work work = text.largerWork();
        return work != null && touched.containsKey(work) ? work : null;
    }

    /** The touched texts of a work that is kept. */
    List<Text> touched(Work work) {
        return Objects.requireNonNull(touched.get(work), "a work that is kept");
    }

    /** Whether a work that is kept is seen to be connected; {@code false} may be wrong. */
    boolean isConnected(Work work) {
        Deque<Text> open = new ArrayDeque<>();
        touched(work).stream().limit(1).forEach(open::add);
        Set<Text> left = new HashSet<>(touched(work));
        left.removeAll(open);
        Set<Text> seen = new HashSet<>(open);
        for (int visited = 0; visited < MOST_VISITED && !left.isEmpty() && !open.isEmpty(); visited++) {
            Text text = open.pop();
            text.links().forEach((other, link) -> {
                if (!seen.contains(other) && text.merges(other, link)) {
                    seen.add(other);
                    if (left.remove(other)) {
                        open.addFirst(other);
                    } else {
                        open.addLast(other);
                    }
                }
            });
        }
        return left.isEmpty();
    }
}
