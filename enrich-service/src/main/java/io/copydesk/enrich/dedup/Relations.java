package io.copydesk.enrich.dedup;

import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.Relation;
import io.copydesk.schemas.Relation.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The published relations of one article to others. Pure functions of the state of {@link Works}. */
public final class Relations {

    /** Maximum number of published relations of an article, the strongest: a text with a thousand copies has a million pairs. */
    static final int MOST = 24;

    private static final Edge SAME_TEXT = new Edge(Kind.EXACT, 1, EdgeConstants.EXACT.label());

    private static final Comparator<Other> STRONGEST = Comparator.comparingDouble(
                    (Other other) -> -other.edge().score())
            .thenComparing(other -> other.edge().kind())
            .thenComparing(Other::article, Fingerprint.BY_ID);

    /** An article and how it relates to another one. */
    private record Other(Fingerprint article, Edge edge) {
        Relation relation() {
            return new Relation(article.id(), edge.kind(), edge.score(), edge.rule());
        }
    }

    private Relations() {}

    /** The relations of an article, sorted by the other end: to the first article of each related text, and to exact copies. */
    public static List<Relation> of(Fingerprint article, Text text) {
        List<Other> all = new ArrayList<>();
        List<Fingerprint> members = text.members();
        for (int i = 0; i < members.size() && all.size() < MOST; i++) {
            Fingerprint copy = members.get(i);
            if (!copy.isOfSameArticle(article)) {
                all.add(new Other(copy, SAME_TEXT));
            }
        }
        text.forEachEdge((other, edge) -> all.add(new Other(other.first(), edge)));
        return strongest(all).stream()
                .sorted(Comparator.comparing(Other::article, Fingerprint.BY_ID))
                .map(Other::relation)
                .toList();
    }

    /** Those of the greatest scores are found first, as ids are far to compare where a crowd of copies has one score. */
    private static List<Other> strongest(List<Other> all) {
        if (all.size() <= MOST) {
            return all;
        }
        double[] scores =
                all.stream().mapToDouble(other -> other.edge().score()).sorted().toArray();
        double least = scores[scores.length - MOST];
        return all.stream()
                .filter(other -> other.edge().score() >= least)
                .sorted(STRONGEST)
                .limit(MOST)
                .toList();
    }

    /** What an article duplicates: its work's original, else the longer text that contains it. */
    public static Optional<Duplicate> duplicate(Fingerprint article, Text text) {
        Work work = text.work();
        if (!article.id().equals(work.id())) {
            Edge edge = toOriginal(text, work);
            return Optional.of(
                    new Duplicate(article.id(), work.id(), edge.kind(), edge.score(), edge.rule(), work.id()));
        }
        return text.edges().entrySet().stream()
                .filter(e ->
                        e.getValue().kind() == Kind.PART && e.getKey().first().words() > article.words())
                .min(Comparator.<Map.Entry<Text, Edge>>comparingDouble(
                                e -> -e.getValue().score())
                        .thenComparing(Map.Entry::getKey, Text.ORDER))
                .map(e -> new Duplicate(
                        article.id(),
                        e.getKey().first().id(),
                        Kind.PART,
                        e.getValue().score(),
                        e.getValue().rule(),
                        null));
    }

    /** The edge to the original's text, or where there is none the strongest of those that join the work. */
    private static Edge toOriginal(Text text, Work work) {
        Text original = work.texts().get(0);
        if (text == original) {
            return SAME_TEXT;
        }
        Optional<Edge> direct = text.edgeTo(original).filter(edge -> edge.kind().merges());
        return direct.orElseGet(() -> strongestOfWork(text));
    }

    private static Edge strongestOfWork(Text text) {
        List<Edge> merging = new ArrayList<>();
        text.forEachEdge((other, edge) -> {
            if (edge.kind().merges()) {
                merging.add(edge);
            }
        });
        return Collections.min(
                merging, Comparator.comparingDouble(Edge::score).reversed().thenComparing(Edge::kind));
    }
}
