package io.copydesk.enrich.story;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        replace(tree, parts, parts.size() > 1 ? tree.get(0).id() : null, former, formed);
    }

    /**
     * Does the same for a work that was added to an affair of several pieces and is no parent, when nothing else changed, at the cost of one piece: with one
     * work more that has room, the piece of its parent is joined as it was ({@link Pieces}), and so are the others.
     *
     * @return {@code false} when that is not so or not known, and nothing was done
     */
    boolean partAround(Node added, Set<Cluster> former, Set<Cluster> formed) {
        Node parent = added.parent();
        if (parent == null || added.hasChildren()) {
            return false;
        }
        Node root = parent.root();
        if (parent.piece() == root.piece() || parent.piece().size() >= StoryConstants.MOST_WORKS) {
            return false;
        }
        List<Node> piece = new ArrayList<>(parent.piece());
        piece.add(added);
        piece.sort(Node.ORDER);
        List<Cluster> parts = partsOf(piece);
        piece.forEach(node -> node.partedWith(piece));
        replace(piece, parts, root.id(), former, formed);
        return true;
    }

    private static void replace(
            List<Node> works, List<Cluster> parts, @Nullable String about, Set<Cluster> former, Set<Cluster> formed) {
        for (Node node : works) {
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
