package io.copydesk.enrich.dedup;

import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.Relation;
import io.copydesk.schemas.Relation.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The published relations of one article to others. Pure functions of the state of {@link Works}. */
public final class Relations {

    /** Maximum number of published relations of an article, the strongest: a text with a thousand copies has a million pairs. */
    static final int MOST = 24;

    private static final Comparator<Relation> STRONGEST = Comparator.comparingDouble(Relation::score)
            .reversed()
            .thenComparing(Relation::kind)
            .thenComparing(Relation::to);

    private Relations() {}

    /** The relations of an article, sorted by the other end: to the first article of each related text, and to exact copies. */
    public static List<Relation> of(Fingerprint article, Text text) {
        List<Relation> all = new ArrayList<>();
        for (Fingerprint copy : text.members()) {
            if (all.size() < MOST && !copy.id().equals(article.id())) {
                all.add(new Relation(copy.id(), Kind.EXACT, 1, EdgeConstants.EXACT.label()));
            }
        }
        text.edges()
                .forEach((other, edge) ->
                        all.add(new Relation(other.first().id(), edge.kind(), edge.score(), edge.rule())));
        return all.stream()
                .sorted(STRONGEST)
                .limit(MOST)
                .sorted(Comparator.comparing(Relation::to))
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
            return new Edge(Kind.EXACT, 1, EdgeConstants.EXACT.label());
        }
        Edge direct = text.edges().get(original);
        if (direct != null && direct.kind().merges()) {
            return direct;
        }
        return text.edges().values().stream()
                .filter(edge -> edge.kind().merges())
                .min(Comparator.comparingDouble(Edge::score).reversed().thenComparing(Edge::kind))
                .orElseThrow();
    }
}
