package io.copydesk.enrich.decide;

import io.copydesk.enrich.sketch.HeaviestTerms;
import io.copydesk.enrich.sketch.HeldSketch;
import io.copydesk.enrich.sketch.ShownTerms;
import java.util.ArrayList;
import java.util.List;
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
        if (counted == null || counted.works.get(0) != originals.get(0)) {
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
        private List<HeldSketch> works = List.of();
        private List<ShownTerms> shown = List.of();

        /** Counts other works, from the first one to the last one that differ. */
        void update(List<HeldSketch> originals) {
            int begin = alike(originals);
            int after = alikeAtEnd(originals, begin);
            shown.subList(begin, shown.size() - after).forEach(terms::remove);
            List<ShownTerms> now = new ArrayList<>(shown.subList(0, begin));
            for (HeldSketch added : originals.subList(begin, originals.size() - after)) {
                ShownTerms itsTerms = added.shown();
                terms.add(itsTerms);
                now.add(itsTerms);
            }
            now.addAll(shown.subList(shown.size() - after, shown.size()));
            shown = now;
            works = originals;
        }

        /** How many of the first ones are the same. */
        private int alike(List<HeldSketch> originals) {
            int most = Math.min(works.size(), originals.size());
            int alike = 0;
            while (alike < most && works.get(alike) == originals.get(alike)) {
                alike++;
            }
            return alike;
        }

        /** How many of the last ones are the same, besides so many of the first ones. */
        private int alikeAtEnd(List<HeldSketch> originals, int begin) {
            int most = Math.min(works.size(), originals.size()) - begin;
            int alike = 0;
            while (alike < most && works.get(works.size() - 1 - alike) == originals.get(originals.size() - 1 - alike)) {
                alike++;
            }
            return alike;
        }
    }
}
