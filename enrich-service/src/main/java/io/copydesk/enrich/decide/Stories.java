package io.copydesk.enrich.decide;

import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.ShownTerms.Shown;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.schemas.Story;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Composes the record of a story from its works. */
final class Stories {

    /** Number of terms that a story lists. */
    private static final int TERMS = 10;

    private static final Comparator<Tally> HEAVIEST = Comparator.comparingLong(
                    (Tally tally) -> -tally.weight * tally.works)
            .thenComparing(tally -> tally.shown);

    private Stories() {}

    /**
     * The story with this id; a pure function of its works.
     *
     * @param members the articles of all works
     * @param originals the sketches of the works' originals
     * @param central the one of them that gives the headline
     * @param about the affair that it belongs to with other stories, {@code null} for none
     */
    static Story story(
            String id, List<Fingerprint> members, List<Sketch> originals, Sketch central, @Nullable String about) {
        Set<String> languages = new TreeSet<>();
        LongSummaryStatistics times = new LongSummaryStatistics();
        for (Fingerprint member : members) {
            if (member.language() != null) {
                languages.add(member.language());
            }
            Long time = member.eventMillis();
            if (time != null) {
                times.accept(time);
            }
        }
        return Story.builder()
                .id(id)
                .headline(SiteNames.without(central.headline(), central.site()))
                .workCount(originals.size())
                .works(listed(originals.stream().map(Sketch::id)))
                .memberCount(members.size())
                .members(listed(members.stream().map(Fingerprint::id)))
                .languages(List.copyOf(languages))
                .firstEventTime(times.getCount() == 0 ? null : text(times.getMin()))
                .lastEventTime(times.getCount() == 0 ? null : text(times.getMax()))
                .terms(terms(originals))
                .about(about)
                .build();
    }

    private static String text(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    private static List<String> listed(Stream<String> ids) {
        return ids.sorted().limit(Story.MOST_LISTED).toList();
    }

    /** The terms that are in most works, times the sum of their weights. */
    private static List<String> terms(List<Sketch> originals) {
        Map<String, Tally> tallies = new HashMap<>();
        for (Sketch original : originals) {
            for (Shown term : original.terms().shown().all()) {
                tallies.computeIfAbsent(term.text(), text -> new Tally(term.shown()))
                        .add(term);
            }
        }
        // Few of them are taken out.
        PriorityQueue<Tally> heaviest = new PriorityQueue<>(1 + tallies.size(), HEAVIEST);
        heaviest.addAll(tallies.values());
        Set<String> terms = new LinkedHashSet<>();
        for (Tally next = heaviest.poll(); next != null && terms.size() < TERMS; next = heaviest.poll()) {
            terms.add(next.shown);
        }
        return List.copyOf(terms);
    }

    private static final class Tally {
        private long works;
        private long weight;
        private String shown;

        Tally(String shown) {
            this.shown = shown;
        }

        void add(Shown term) {
            works++;
            weight += term.weight();
            shown = term.shown().compareTo(shown) < 0 ? term.shown() : shown;
        }
    }
}
