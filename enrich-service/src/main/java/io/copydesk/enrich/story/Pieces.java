package io.copydesk.enrich.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Parts trees of works into pieces of no more than {@link StoryConstants#MOST_WORKS}, so that what a work costs is bounded: links join
 * pieces from the most similar on, and those that would join too many are left out (Kruskal 1956, with a limit).
 */
final class Pieces {

    private static final Comparator<Node> STRONGEST_LINK =
            Comparator.comparingInt((Node node) -> -node.similarity()).thenComparing(Node.ORDER);

    private final Map<Node, Node> above = new HashMap<>();
    private final Map<Node, Integer> sizes = new HashMap<>();

    private Pieces() {}

    /** The works of a tree, the earliest first. */
    static List<Node> tree(Node root) {
        if (root.children().isEmpty()) {
            return List.of(root);
        }
        List<Node> tree = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Node node = open.pop();
            tree.add(node);
            node.children().forEach(open::push);
        }
        tree.sort(Node.ORDER);
        return tree;
    }

    /**
     * The pieces of a tree, the works of each with the earliest first.
     *
     * @param tree its works, the earliest first
     */
    static List<List<Node>> of(List<Node> tree) {
        if (tree.size() <= StoryConstants.MOST_WORKS) {
            return List.of(tree);
        }
        Pieces pieces = new Pieces();
        tree.stream()
                .filter(node -> node.parent() != null)
                .sorted(STRONGEST_LINK)
                .forEach(pieces::join);
        Map<Node, List<Node>> byTop = new HashMap<>();
        List<List<Node>> found = new ArrayList<>();
        for (Node node : tree) {
            byTop.computeIfAbsent(pieces.top(node), top -> {
                        List<Node> piece = new ArrayList<>();
                        found.add(piece);
                        return piece;
                    })
                    .add(node);
        }
        return found;
    }

    private void join(Node node) {
        Node one = top(node);
        Node other = top(Objects.requireNonNull(node.parent(), "it has a link"));
        int size = sizes.getOrDefault(one, 1) + sizes.getOrDefault(other, 1);
        if (size <= StoryConstants.MOST_WORKS) {
            above.put(one, other);
            sizes.put(other, size);
        }
    }

    private Node top(Node node) {
        Node top = node;
        for (Node next = above.get(top); next != null; next = above.get(top)) {
            Node beyond = above.get(next);
            if (beyond != null) {
                above.put(top, beyond); // path halving
            }
            top = next;
        }
        return top;
    }
}
