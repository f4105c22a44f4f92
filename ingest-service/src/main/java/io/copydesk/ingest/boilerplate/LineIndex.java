package io.copydesk.ingest.boilerplate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds learned lines by what a line is recognised by. Not thread-safe while it is filled. */
final class LineIndex {

    private final Map<Long, LearnedLine> wholes = new HashMap<>();
    private final Map<Integer, List<LearnedLine>> parts = new HashMap<>();

    LineIndex(List<LearnedLine> lines) {
        lines.forEach(this::add);
    }

    void add(LearnedLine line) {
        wholes.putIfAbsent(line.key().whole(), line);
        for (int part : line.key().parts()) {
            parts.computeIfAbsent(part, p -> new ArrayList<>(1)).add(line);
        }
    }

    /** Whether a learned line has just these words. */
    boolean has(LineKey key) {
        return wholes.containsKey(key.whole());
    }

    /** The learned line that {@code key} is; word for word before nearly, then in the order of learning. */
    Optional<LearnedLine> find(LineKey key) {
        LearnedLine same = wholes.get(key.whole());
        if (same != null) {
            return Optional.of(same);
        }
        for (int part : key.parts()) {
            for (LearnedLine line : parts.getOrDefault(part, List.of())) {
                if (line.key().matches(key)) {
                    return Optional.of(line);
                }
            }
        }
        return Optional.empty();
    }
}
