package io.copydesk.ingest.boilerplate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was learned of one site in one period.
 *
 * @param articles number of distinct articles in the sample
 * @param lines at most {@value #MOST}, the most frequent first
 * @param places at most {@value #MOST_PLACES}, the most frequent first; none in what was stored before places were learned
 */
public record LearnedSet(
        int articles,
        List<LearnedLine> lines,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LearnedPlace> places) {

    /** Name and version of the rule. */
    public static final String RULE = "site/2";

    static final int MOST = 128;

    static final int MOST_PLACES = 32;

    /** The most bytes that a set takes in the store. */
    static final int MAX_BYTES = 160 * 1024;

    /** Nothing learned. */
    public static final LearnedSet NOTHING = new LearnedSet(0, List.of(), List.of());

    public LearnedSet {
        lines = List.copyOf(lines);
        places = places == null ? List.of() : List.copyOf(places);
    }

    /** The lines that only one of the two sets has, or that they treat in different ways. */
    List<LearnedLine> differences(LearnedSet other) {
        return Stream.concat(without(other), other.without(this)).toList();
    }

    /** The places that only one of the two sets has. */
    Set<Integer> placesThatDiffer(LearnedSet other) {
        Set<Integer> differ = placeNumbers();
        Set<Integer> theirs = other.placeNumbers();
        Set<Integer> both = new HashSet<>(differ);
        both.retainAll(theirs);
        differ.addAll(theirs);
        differ.removeAll(both);
        return differ;
    }

    /** The learned places, as their numbers. */
    Set<Integer> placeNumbers() {
        return places.stream().map(LearnedPlace::place).collect(Collectors.toCollection(HashSet::new));
    }

    private Stream<LearnedLine> without(LearnedSet other) {
        return lines.stream().filter(line -> other.lines.stream().noneMatch(line::doesAs));
    }
}
