package io.copydesk.alerts.word;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds many phrases in one pass over a text, as a tree of words: the cost is the length of the text times that of the longest phrase, however
 * many phrases there are. Immutable, safe for use by several threads.
 */
public final class PhraseSet {

    private final Node root = new Node();

    /** The set of these phrases. */
    public PhraseSet(Collection<Phrase> phrases) {
        phrases.forEach(this::add);
    }

    private void add(Phrase phrase) {
        Node node = root;
        List<String> words = phrase.words();
        int last = words.size() - 1;
        for (String word : words.subList(0, last)) {
            node = node.next.computeIfAbsent(word, unknown -> new Node());
        }
        String end = words.get(last);
        Map<String, Set<Phrase>> ends = phrase.isBeginning() ? node.beginnings : node.ends;
        ends.computeIfAbsent(end, unknown -> new HashSet<>()).add(phrase);
        node.longestBeginning = Math.max(node.longestBeginning, phrase.isBeginning() ? end.length() : 0);
    }

    /** Adds those that are among {@code words} to {@code found}. */
    public void find(List<String> words, Set<Phrase> found) {
        for (int start = 0; start < words.size(); start++) {
            Node node = root;
            for (int i = start; node != null && i < words.size(); i++) {
                node = node.step(words.get(i), found);
            }
        }
    }

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private final Map<String, Set<Phrase>> ends = new HashMap<>();
        private final Map<String, Set<Phrase>> beginnings = new HashMap<>();
        private int longestBeginning;

        @Nullable
        Node step(String word, Set<Phrase> found) {
            add(ends.get(word), found);
            for (int length = 1; length <= Math.min(word.length(), longestBeginning); length++) {
                add(beginnings.get(word.substring(0, length)), found);
            }
            return next.get(word);
        }

        private static void add(@Nullable Set<Phrase> some, Set<Phrase> found) {
            if (some != null) {
                found.addAll(some);
            }
        }
    }
}
