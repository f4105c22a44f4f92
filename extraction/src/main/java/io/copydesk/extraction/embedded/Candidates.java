package io.copydesk.extraction.embedded;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The texts found in a page's data, the longest few of them. */
final class Candidates {

    /** Least characters of prose of an article. */
    static final int MIN_WEIGHT = 200;

    /** The same for a text that neither the headline nor a visible paragraph identifies. */
    private static final int MIN_ALONE = 500;

    private static final int MAX_KEPT = 64;
    private static final int MAX_NESTED = 16;
    private static final int PROBE = 60;

    private static final int MAX_COMPARED = 40_000;
    private static final int MAX_PIECES = 50_000;

    private record Candidate(@Nullable String headline, List<Piece> pieces, int weight) {}

    private final List<Candidate> kept = new ArrayList<>();

    private record Nested(@Nullable String headline, String json) {}

    private final Deque<Nested> nested = new ArrayDeque<>();
    private int nestedSeen;
    private int pieces;

    void add(@Nullable String headline, List<Piece> pieces) {
        int weight = Frame.weight(pieces);
        if (weight < MIN_WEIGHT) {
            return;
        }
        kept.add(new Candidate(headline, pieces, weight));
        if (kept.size() > 2 * MAX_KEPT) {
            kept.sort(Comparator.comparingInt(Candidate::weight).reversed());
            kept.subList(MAX_KEPT, kept.size()).clear();
        }
    }

    /** Counts one more piece; whether there are more than any article has. */
    boolean isFull() {
        return pieces++ > MAX_PIECES;
    }

    /** Queues a string that is JSON itself. */
    void nested(String json, @Nullable String headline) {
        if (nestedSeen++ < MAX_NESTED) {
            nested.add(new Nested(headline, json.strip()));
        }
    }

    /** Reads the queued strings, and those that are found in them. */
    void readNested() {
        while (!nested.isEmpty()) {
            Nested next = nested.poll();
            JsonWalk.read(next.json.toCharArray(), 0, next.headline, this);
        }
    }

    /**
     * The pieces of the page's article: the longest text of an object whose headline is the page's, or that holds a paragraph the page shows; else
     * the longest, unless another text is more than half as long.
     */
    Optional<List<Piece>> best(@Nullable String headline, List<String> shown) {
        kept.sort(Comparator.comparingInt(Candidate::weight).reversed());
        String wanted = Squeezed.of(headline);
        for (Candidate candidate : kept) {
            if (isCalled(candidate, wanted) || holdsAny(candidate, shown)) {
                return Optional.of(candidate.pieces);
            }
        }
        if (kept.isEmpty() || kept.get(0).weight < MIN_ALONE || !shown.isEmpty()) {
            return Optional.empty();
        }
        Candidate longest = kept.get(0);
        boolean rival = kept.stream().anyMatch(c -> c.weight * 2 > longest.weight && !start(c).equals(start(longest)));
        return rival ? Optional.empty() : Optional.of(longest.pieces);
    }

    private static boolean isCalled(Candidate candidate, String wanted) {
        String own = Squeezed.of(candidate.headline);
        int shorter = Math.min(own.length(), wanted.length());
        return shorter >= 6 && (own.contains(wanted) || shorter >= 15 && wanted.contains(own));
    }

    private static boolean holdsAny(Candidate candidate, List<String> shown) {
        if (shown.isEmpty()) {
            return false;
        }
        StringBuilder text = new StringBuilder();
        for (Piece piece : candidate.pieces) {
            text.append(Squeezed.beginning(piece.text(), MAX_COMPARED - text.length()));
        }
        return shown.stream().anyMatch(paragraph -> text.indexOf(Squeezed.beginning(paragraph, PROBE)) >= 0);
    }

    private static String start(Candidate candidate) {
        return candidate.pieces.stream()
                .filter(Piece::isProse)
                .findFirst()
                .map(p -> Squeezed.beginning(p.text(), PROBE))
                .orElse("");
    }
}
