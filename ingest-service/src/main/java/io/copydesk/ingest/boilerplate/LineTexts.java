package io.copydesk.ingest.boilerplate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The texts of lines by the key of their page and their number, as far as evidence shows them. Those that were asked for last are kept,
 * because a young site asks for the same ones with each of its pages and the text of a page may lie on another machine. For one thread.
 */
final class LineTexts {

    /** Pages of which lines are kept: those of all samples of some twenty sites. */
    private static final int PAGES = 2_048;

    /** Longer lines are shortened where they are shown. */
    private static final int KEPT = LearnedLine.MAX_TEXT + 1;

    private final UnaryOperator<String> bodies;
    private final Map<String, List<String>> pages = new HashMap<>();
    private final Map<String, Map<Integer, String>> known = new LinkedHashMap<>(16, 0.75f, true);

    /** @param bodies the text of a page by its key, empty when it is nowhere any more */
    LineTexts(UnaryOperator<String> bodies) {
        this.bodies = bodies;
    }

    /** Forgets what was read of whole pages, as each time that something is learned. */
    void begin() {
        pages.clear();
    }

    /** A page of this key came or went. */
    void changed(String key) {
        known.remove(key);
    }

    /** The text of a line, or more of it than is ever shown; empty when it is nowhere any more. */
    String of(String key, int line) {
        Map<Integer, String> lines = known.get(key);
        if (lines == null) {
            lines = new HashMap<>();
            known.put(key, lines);
            if (known.size() > PAGES) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return lines.computeIfAbsent(line, number -> read(key, number));
    }

    private String read(String key, int line) {
        List<String> lines = pages.computeIfAbsent(key, page -> PageLines.kept(bodies.apply(page)));
        String text = line < lines.size() ? lines.get(line) : "";
        return text.length() > KEPT ? text.substring(0, KEPT) : text;
    }
}
