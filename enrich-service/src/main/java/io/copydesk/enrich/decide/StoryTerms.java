package io.copydesk.enrich.decide;

import io.copydesk.enrich.sketch.HeaviestTerms;
import io.copydesk.enrich.sketch.HeldSketch;
import io.copydesk.enrich.sketch.ShownTerms;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The terms that stories list. Those of stories that were told of late are kept counted, so that a story of many works costs what came to it and left it
 * since: some two kilobytes a work, of one story for each of {@value #SLOTS} hashes of an id, the last one. For one thread.
 */
final class StoryTerms {

    /** Number of terms that a story lists. */
    private static final int LISTED = 10;

    private static final int SLOTS = 64;

    /** Works of a story that is counted anew, as it costs little. */
    private static final int FEW = 8;

    private final @Nullable Counted[] recent = new Counted[SLOTS];

    /** The terms of a story, whether it was told before or not. */
    List<String> of(List<HeldSketch> originals) {
        if (originals.size() < FEW) {
            return anew(originals);
        }
        int slot = (int) originals.get(0).fingerprint().idHash() & SLOTS - 1;
        Counted counted = recent[slot];
        if (counted == null || !counted.isNear(originals)) {
            counted = new Counted();
            recent[slot] = counted;
        }
        counted.update(originals);
        return counted.terms.shown(LISTED);
    }

    /** The same by counting all of them. Safe for use by several threads. */
    static List<String> anew(List<HeldSketch> originals) {
        HeaviestTerms terms = new HeaviestTerms();
        originals.forEach(original -> terms.add(original.shown()));
        return terms.shown(LISTED);
    }

    /** The terms of the works of one story; what is counted of a work is kept, as its block may be another's when it leaves. */
    private static final class Counted {
        private final HeaviestTerms terms = new HeaviestTerms();
        private final Map<HeldSketch, ShownTerms> works = new HashMap<>();

        /** Whether it has most of these works and few others. */
        boolean isNear(List<HeldSketch> originals) {
            long known = originals.stream().filter(works::containsKey).count();
            return 2 * known > Math.max(originals.size(), works.size());
        }

        void update(List<HeldSketch> originals) {
            Set<HeldSketch> left = new HashSet<>(works.keySet());
            originals.forEach(left::remove);
            left.forEach(work -> terms.remove(Objects.requireNonNull(works.remove(work))));
            for (HeldSketch original : originals) {
                works.computeIfAbsent(original, this::counted);
            }
        }

        private ShownTerms counted(HeldSketch original) {
            ShownTerms shown = original.shown();
            terms.add(shown);
            return shown;
        }
    }
}
