package io.copydesk.ingest.boilerplate;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was learned of one site in one period.
 *
 * @param articles number of distinct articles in the sample
 * @param lines at most {@value #MOST}, the most frequent first
 */
public record LearnedSet(int articles, List<LearnedLine> lines) {

    /** Name and version of the rule. */
    public static final String RULE = "site/1";

    static final int MOST = 128;

    /** The most bytes that a set takes in the store. */
    static final int MAX_BYTES = 160 * 1024;

    /** Nothing learned. */
    public static final LearnedSet NOTHING = new LearnedSet(0, List.of());

    public LearnedSet {
        lines = List.copyOf(lines);
    }

    /** The lines that only one of the two sets has, or that they treat in different ways. */
    List<LearnedLine> differences(LearnedSet other) {
        return Stream.concat(without(other), other.without(this)).toList();
    }

    private Stream<LearnedLine> without(LearnedSet other) {
        return lines.stream().filter(line -> other.lines.stream().noneMatch(line::doesAs));
    }
}
