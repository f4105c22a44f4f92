package io.copydesk.extraction.resource;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named lists of words or phrases of one resource; comments and blank lines are those of {@link ResourceLines}. Immutable and thread-safe.
 */
public final class WordLists {

    private final String resource;
    private final Map<String, List<String>> lists;

    private WordLists(String resource, Map<String, List<String>> lists) {
        this.resource = resource;
        this.lists = lists;
    }

    /**
     * The lists of words of the resource {@code name} in the package of {@code owner}: each line is {@code name: word word …}.
     *
     * @throws IllegalStateException when there is no such resource, when a line has no name, or when a name occurs twice
     */
    public static WordLists of(Class<?> owner, String name) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (String line : ResourceLines.of(owner, name)) {
            int colon = line.indexOf(':');
            String list = line.substring(0, Math.max(0, colon)).strip();
            if (list.isEmpty()) {
                throw new IllegalStateException("a line without the name of a list in " + name + ": " + line);
            }
            List<String> words = List.of(line.substring(colon + 1).strip().split("\\s+"));
            if (lists.put(list, words) != null) {
                throw new IllegalStateException("two lists of the name " + list + " in " + name);
            }
        }
        return new WordLists(name, Collections.unmodifiableMap(lists));
    }

    /**
     * The lists of phrases of a resource, as {@link ResourceLines#phrases} reads them.
     *
     * @throws IllegalStateException when there is no such resource, or an entry has no phrase
     */
    public static WordLists ofPhrases(Class<?> owner, String name) {
        return new WordLists(name, Collections.unmodifiableMap(ResourceLines.phrases(owner, name)));
    }

    /** All lists by name, in file order. */
    public Map<String, List<String>> all() {
        return lists;
    }

    /**
     * What the list {@code name} holds, in file order.
     *
     * @throws IllegalStateException when there is no such list
     */
    public List<String> get(String name) {
        List<String> words = lists.get(name);
        if (words == null) {
            throw new IllegalStateException("missing list " + name + " in resource " + resource);
        }
        return words;
    }
}
