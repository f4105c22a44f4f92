package io.copydesk.enrich.entity;

import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.extraction.resource.WordHashes;
import io.copydesk.schemas.Mention;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of organisations and regions that are known as such in any language, as a tree of their words. Dots of acronyms differ between
 * writers and are ignored. Immutable.
 */
final class KnownNames {

    /** Most words of a known name. */
    static final int LONGEST = 7;

    private static final Node ROOT = read();
    private static final WordHashes FIRST = WordHashes.of(ROOT.next.keySet());

    /** The names that begin with the same words. */
    static final class Node {
        private final Map<String, Node> next = new HashMap<>(2);
        private Known here = Known.NOTHING;
    }

    /**
     * What is known of a name.
     *
     * @param type organisation, place, or {@code null} when the name is not known
     * @param country of a place that is one, by another name: ISO 3166-1 alpha-2
     */
    record Known(@Nullable String type, @Nullable String country) {
        private static final Known NOTHING = new Known(null, null);
    }

    private KnownNames() {}

    private static Node read() {
        Node root = new Node();
        for (String line : ResourceLines.of(KnownNames.class, "organisations.txt")) {
            add(root, line, new Known(Mention.ORGANIZATION, null));
        }
        for (String line : ResourceLines.of(KnownNames.class, "regions.txt")) {
            String[] cells = line.split("\t", 2);
            add(root, cells[0], new Known(Mention.PLACE, cells.length > 1 ? cells[1] : null));
        }
        return root;
    }

    private static void add(Node root, String name, Known known) {
        Node node = root;
        for (Token token : Tokens.of(name, Word::bare)) {
            if (token.word()) {
                node = node.next.computeIfAbsent(withoutDots(token.text()), word -> new Node());
            }
        }
        if (node.here == Known.NOTHING) {
            node.here = known;
        }
    }

    private static String withoutDots(String word) {
        return word.indexOf('.') < 0 ? word : word.replace(".", "");
    }

    /** The names that begin with a word. */
    static @Nullable Node start(String word) {
        String written = withoutDots(word);
        return FIRST.mayHold(written) ? ROOT.next.get(written) : null;
    }

    /** The number of words of the longest known name that starts here, or 0. */
    static int length(List<Token> tokens, int start) {
        Node node = tokens.get(start).form().known();
        int best = 0;
        for (int i = start; node != null; ) {
            i++;
            if (node.here != Known.NOTHING) {
                best = i - start;
            }
            node = i < tokens.size() && tokens.get(i).word()
                    ? node.next.get(withoutDots(tokens.get(i).text()))
                    : null;
        }
        return best;
    }

    /** What is known of the name of these words, as written. */
    static Known of(List<Token> name) {
        Node node = name.get(0).form().known();
        for (int i = 1; node != null && i < name.size(); i++) {
            node = node.next.get(withoutDots(name.get(i).text()));
        }
        return node == null ? Known.NOTHING : node.here;
    }
}
