package io.copydesk.enrich.story;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Parts affairs into stories; pieces of an affair that are as they were keep theirs. For one thread. */
final class Parting {

    private final RecentSimilarities similarities = new RecentSimilarities();

    /**
     * Parts an affair into stories.
     *
     * @param tree its works, the earliest first
     * @param former receives the stories that its works were in
     * @param formed receives its stories, those of {@code former} that are as they were
     */
    void part(List<Node> tree, Set<Cluster> former, Set<Cluster> formed) {
        List<Cluster> parts = new ArrayList<>();
        for (List<Node> piece : Pieces.of(tree)) {
            parts.addAll(isAsBefore(piece) ? storiesOf(piece) : partsOf(piece));
            piece.forEach(node -> node.partedWith(piece));
        }
        String about = parts.size() > 1 ? tree.get(0).id() : null;
        for (Node node : tree) {
            if (node.cluster() != null) {
                former.add(node.cluster());
            }
        }
        for (Cluster part : parts) {
            Cluster before = part.first().cluster();
            Cluster now = part.in(about);
            formed.add(before != null && before.isLike(now) ? before : now);
        }
    }

    /** Whether it has the works of the last time, and so their links: a work that changes is another node. */
    private static boolean isAsBefore(List<Node> piece) {
        List<Node> before = piece.get(0).piece();
        return piece.equals(before) && piece.stream().allMatch(node -> node.piece() == before);
    }

    private static Set<Cluster> storiesOf(List<Node> piece) {
        Set<Cluster> found = new LinkedHashSet<>();
        piece.forEach(node -> found.add(node.joined()));
        return found;
    }

    private List<Cluster> partsOf(List<Node> piece) {
        return piece.size() == 1
                ? List.of(new Cluster(piece, null)) // as most are
                : MeanLink.cluster(similarities.of(piece));
    }
}
