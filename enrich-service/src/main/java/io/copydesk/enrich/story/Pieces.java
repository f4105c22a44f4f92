package io.copydesk.enrich.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Parts trees of works into pieces of no more than {@link StoryConstants#MOST_WORKS}, so that what a work costs is bounded: links join
 * pieces from the most similar on, and those that would join too many are left out (Kruskal 1956, with a limit).
 */
final class Pieces {

    /** For each work the one that it was joined to, itself for the top of a piece. */
    private final int[] above;

    /** How many works there are under the top of a piece. */
    private final int[] sizes;

    private Pieces(int works) {
        above = new int[works];
        sizes = new int[works];
        Arrays.setAll(above, work -> work);
        Arrays.fill(sizes, 1);
    }

    /** The works of a tree, the earliest first. */
    static List<Node> tree(Node root) {
        if (!root.hasChildren()) {
            return List.of(root);
        }
        List<Node> tree = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Node node = open.pop();
            tree.add(node);
            node.forEachChild(open::push);
        }
        List<Node> sorted = byFormerPieces(tree);
        sorted.sort(Node.ORDER);
        return sorted;
    }

    /** The same works with those next to each other that were in one piece, where they are sorted: they need only be merged. */
    private static List<Node> byFormerPieces(List<Node> works) {
        List<Node> sorted = new ArrayList<>(works.size());
        for (int i = 0; i < works.size(); i++) {
            works.get(i).placeAt(i);
        }
        for (Node work : works) {
            if (work.place() != Node.NO_PLACE) {
                work.piece().forEach(other -> move(other, sorted));
                move(work, sorted);
            }
        }
        return sorted;
    }

    private static void move(Node work, List<Node> to) {
        if (work.place() != Node.NO_PLACE) {
            to.add(work);
            work.placeAt(Node.NO_PLACE);
        }
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
        int[] parents = parents(tree);
        Pieces pieces = new Pieces(tree.size());
        for (long link : strongestFirst(tree)) {
            pieces.join((int) link, parents[(int) link]);
        }
        return pieces.collect(tree);
    }

    /** The places of the parents of works; that of the root, which is the first, its own. */
    private static int[] parents(List<Node> tree) {
        int[] parents = new int[tree.size()];
        for (int i = 0; i < parents.length; i++) {
            tree.get(i).placeAt(i);
        }
        for (int i = 0; i < parents.length; i++) {
            Node parent = tree.get(i).parent();
            parents[i] = parent == null ? i : parent.place();
        }
        tree.forEach(node -> node.placeAt(Node.NO_PLACE));
        return parents;
    }

    /** The places of all works but the root, that with the most similar parent first, of equal ones the earliest; in the lower halves. */
    private static long[] strongestFirst(List<Node> tree) {
        long[] links = new long[tree.size() - 1];
        for (int i = 1; i < tree.size(); i++) {
            links[i - 1] = (long) -tree.get(i).similarity() << Integer.SIZE | i;
        }
        Arrays.sort(links);
        return links;
    }

    private List<List<Node>> collect(List<Node> tree) {
        List<List<Node>> found = new ArrayList<>();
        int[] numbers = new int[tree.size()];
        for (int i = 0; i < numbers.length; i++) {
            int top = top(i);
            if (numbers[top] == 0) {
                found.add(new ArrayList<>(sizes[top]));
                numbers[top] = found.size();
            }
            found.get(numbers[top] - 1).add(tree.get(i));
        }
        return found;
    }

    private void join(int work, int parent) {
        int one = top(work);
        int other = top(parent);
        int size = sizes[one] + sizes[other];
        if (size <= StoryConstants.MOST_WORKS) {
            above[one] = other;
            sizes[other] = size;
        }
    }

    private int top(int work) {
        int top = work;
        while (above[top] != top) {
            above[top] = above[above[top]]; // path halving
            top = above[top];
        }
        return top;
    }
}
