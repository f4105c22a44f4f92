package io.copydesk.enrich.decide;

import io.copydesk.enrich.dedup.Text;
import io.copydesk.enrich.dedup.Work;
import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.ShownTerms.Shown;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.schemas.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Composes the record of a story from its works. */
final class Stories {

    /** Number of terms that a story lists. */
    private static final int TERMS = 10;

    private Stories() {}

    /**
     * The story with this id; a pure function of its works.
     *
     * @param originals the sketches of the works' originals, in the same order
     * @param central the one of them that gives the headline
     * @param about the affair that it belongs to with other stories, {@code null} for none
     */
    static Story story(String id, List<Work> works, List<Sketch> originals, Sketch central, @Nullable String about) {
        List<Fingerprint> members = new ArrayList<>();
        for (Work work : works) {
            for (Text text : work.texts()) {
                members.addAll(text.members());
            }
        }
        List<Long> times = members.stream()
                .map(Fingerprint::eventMillis)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return Story.builder()
                .id(id)
                .headline(SiteNames.without(central.headline(), central.site()))
                .workCount(works.size())
                .works(listed(works.stream().map(Work::id)))
                .memberCount(members.size())
                .members(listed(members.stream().map(Fingerprint::id)))
                .languages(members.stream()
                        .map(Fingerprint::language)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList())
                .firstEventTime(
                        times.isEmpty()
                                ? null
                                : Instant.ofEpochMilli(times.get(0)).toString())
                .lastEventTime(
                        times.isEmpty()
                                ? null
                                : Instant.ofEpochMilli(times.get(times.size() - 1))
                                        .toString())
                .terms(terms(originals))
                .about(about)
                .build();
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
        return tallies.values().stream()
                .sorted(Comparator.comparingLong((Tally t) -> -t.weight * t.works)
                        .thenComparing(t -> t.shown))
                .map(t -> t.shown)
                .distinct()
                .limit(TERMS)
                .toList();
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
