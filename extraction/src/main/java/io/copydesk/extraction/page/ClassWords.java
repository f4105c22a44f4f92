package io.copydesk.extraction.page;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.resource.WordHashes;
import io.copydesk.extraction.resource.WordLists;
import io.copydesk.schemas.LowerCase;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the words of an element's class and id attributes mean. Whole words only: {@code share} does not match
 * {@code shareholder}. The words are in {@code class-words.txt}. Immutable and thread-safe.
 */
final class ClassWords {

    /** What a class word can mean; the order is the order of precedence. */
    enum Meaning {
        BODY,
        COMMENTS,
        COOKIES,
        SUBSCRIPTION,
        NEWSLETTER,
        SHARE,
        RELATED,
        ADVERTISEMENT,
        APP,
        LOGIN,
        CAPTION,
        BYLINE,
        DATE,
        TAGS,
        NAVIGATION,
        SIDEBAR,
        HIDDEN,
        WEAK
    }

    /** The meanings of one element, as a set of bits. */
    record Classes(int bits) {
        static final Classes NONE = new Classes(0);

        boolean has(Meaning meaning) {
            return (bits & 1 << meaning.ordinal()) != 0;
        }

        boolean isEmpty() {
            return bits == 0;
        }
    }

    private static final int MAX_CHARS = 400;
    /** Replaces a word that is in no entry. */
    private static final String UNKNOWN = "?";

    /** The list of the words after which a single word means nothing. */
    private static final String NEGATION = "NEGATION";

    private final Set<String> negations;
    /** Entries of one word, and those of a whole name. */
    private final Map<String, Integer> single = new HashMap<>();

    private final Map<String, Integer> whole = new HashMap<>();
    /** Entries of two words, by the second one, then by the first. */
    private final Map<String, Map<String, Integer>> pairs = new HashMap<>();

    /** All words of the entries: most words of class attributes are in none, and no string is made of those. */
    private final WordHashes hashes;

    private ClassWords(Map<String, List<String>> lists) {
        negations = Set.copyOf(lists.getOrDefault(NEGATION, List.of()));
        lists.forEach((name, entries) -> {
            if (!name.equals(NEGATION)) {
                int bit = 1 << Meaning.valueOf(name).ordinal();
                entries.forEach(entry -> add(entry, bit));
            }
        });
        Set<String> all = new HashSet<>(negations);
        all.addAll(single.keySet());
        all.addAll(whole.keySet());
        pairs.forEach((second, firsts) -> {
            all.add(second);
            all.addAll(firsts.keySet());
        });
        hashes = WordHashes.of(all);
    }

    static ClassWords load() {
        return new ClassWords(WordLists.of(ClassWords.class, "class-words.txt").all());
    }

    private void add(String entry, int bit) {
        int dash = entry.lastIndexOf('-');
        if (entry.endsWith("!")) {
            whole.merge(entry.substring(0, entry.length() - 1), bit, (a, b) -> a | b);
        } else if (dash > 0) {
            pairs.computeIfAbsent(entry.substring(dash + 1), k -> new HashMap<>())
                    .merge(entry.substring(0, dash), bit, (a, b) -> a | b);
        } else {
            single.merge(entry, bit, (a, b) -> a | b);
        }
    }

    /** The meanings on one page, each value of a class or id attribute read once. Not thread-safe. */
    final class OnPage {

        private static final int UNREAD = -1;

        private final PageTree page;
        private final int[] ofClasses;
        private final int[] ofIds;

        private OnPage(PageTree page) {
            this.page = page;
            ofClasses = new int[page.names()];
            ofIds = new int[page.names()];
            Arrays.fill(ofClasses, UNREAD);
            Arrays.fill(ofIds, UNREAD);
        }

        /** The meanings of the class and the id of element {@code i}. */
        Classes of(int i) {
            int bits = ofClasses(page.classes(i)) | ofId(page.id(i));
            return bits == 0 ? Classes.NONE : new Classes(bits);
        }

        private int ofClasses(int number) {
            if (ofClasses[number] == UNREAD) {
                ofClasses[number] = meaning(page.name(number));
            }
            return ofClasses[number];
        }

        private int ofId(int number) {
            if (ofIds[number] == UNREAD) {
                String id = page.name(number);
                ofIds[number] = isSlug(id) ? 0 : meaning(id);
            }
            return ofIds[number];
        }
    }

    OnPage on(PageTree page) {
        return new OnPage(page);
    }

    /** The id of a heading is often made of its words: {@code sharing-with-several-people} names the topic, not the function. */
    private static boolean isSlug(String id) {
        int marks = 0;
        for (int i = 0; i < id.length(); i++) {
            marks += id.charAt(i) == '-' || id.charAt(i) == '_' ? 1 : 0;
        }
        return marks >= 3;
    }

    /** Splits at marks and at humps ({@code articleBody}); looks up single words, joined pairs and whole names. */
    private int meaning(String attribute) {
        int bits = 0;
        String previous = "";
        int start = -1;
        int hash = 0;
        int named = 0; // the hash without the number at the end
        int limit = Math.min(attribute.length(), MAX_CHARS);
        for (int i = 0; i <= limit; i++) {
            char c = i < limit ? attribute.charAt(i) : ' ';
            if (start >= 0 && c >= 'a' && c <= 'z') {
                hash = 31 * hash + c;
                named = hash;
                continue;
            }
            boolean part = c != '-' && c != ' ' && c != '_' && Character.isLetterOrDigit(c);
            boolean hump =
                    part && start >= 0 && Character.isUpperCase(c) && Character.isLowerCase(attribute.charAt(i - 1));
            if (start >= 0 && (!part || hump)) {
                if (hashes.mayHold(named)) {
                    String word = withoutNumber(LowerCase.of(attribute.substring(start, i)));
                    bits |= meaning(word, previous, isWholeName(attribute, start, i));
                    previous = word;
                } else {
                    previous = UNKNOWN;
                }
                start = -1;
                hash = 0;
            }
            if (part && start < 0) {
                start = i;
            }
            hash = part ? 31 * hash + Character.toLowerCase(c) : 0;
            named = part && Character.isDigit(c) ? named : hash;
            if (c <= ' ') {
                previous = "";
            }
        }
        return bits;
    }

    private int meaning(String word, String previous, boolean wholeName) {
        int bits = negations.contains(previous) ? 0 : single.getOrDefault(word, 0);
        if (wholeName) {
            bits |= whole.getOrDefault(word, 0);
        }
        return previous.isEmpty()
                ? bits
                : bits | pairs.getOrDefault(word, Map.of()).getOrDefault(previous, 0);
    }

    /** {@code sidebar2} is a sidebar; {@code 0243ad1} is no ad. */
    private static String withoutNumber(String word) {
        int end = word.length();
        while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(0, end);
    }

    /** {@code overflow-hidden} and {@code md:hidden} hide nothing. */
    private static boolean isWholeName(String attribute, int start, int end) {
        return (start == 0 || attribute.charAt(start - 1) <= ' ')
                && (end == attribute.length() || attribute.charAt(end) <= ' ');
    }
}
