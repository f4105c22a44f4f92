package io.copydesk.extraction.page;

import io.copydesk.extraction.resource.ResourceLines;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * What the words of an element's class and id say about it. Whole words only: {@code share} does not match
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
    private static final java.util.Set<String> NEGATIONS =
            java.util.Set.of("no", "with", "has", "is", "without", "hide", "non", "not", "js", "enable", "enabled");

    private final Map<String, Integer> meanings;

    private ClassWords(Map<String, Integer> meanings) {
        this.meanings = meanings;
    }

    static ClassWords load() {
        Map<String, Integer> meanings = new HashMap<>();
        for (String line : ResourceLines.of(ClassWords.class, "class-words.txt")) {
            int colon = line.indexOf(':');
            Meaning meaning = Meaning.valueOf(line.substring(0, colon).strip());
            for (String word : line.substring(colon + 1).strip().split("\\s+")) {
                meanings.merge(word, 1 << meaning.ordinal(), (a, b) -> a | b);
            }
        }
        return new ClassWords(meanings);
    }

    Classes of(Element element) {
        String classes = element.attr("class");
        String id = element.attr("id");
        int bits = 0;
        if (!classes.isEmpty()) {
            bits |= meaning(classes);
        }
        if (!id.isEmpty() && !isSlug(id)) {
            bits |= meaning(id);
        }
        return bits == 0 ? Classes.NONE : new Classes(bits);
    }

    /** Headings get their words for an id: {@code sharing-with-several-people} says what the text is about, not what it is. */
    private static boolean isSlug(String id) {
        return id.chars().filter(c -> c == '-' || c == '_').count() >= 3;
    }

    /** Splits at marks and at humps ({@code articleBody}); looks up single words, joined pairs and whole names. */
    private int meaning(String attribute) {
        int bits = 0;
        String previous = "";
        int start = -1;
        int limit = Math.min(attribute.length(), MAX_CHARS);
        for (int i = 0; i <= limit; i++) {
            char c = i < limit ? attribute.charAt(i) : ' ';
            boolean part = Character.isLetterOrDigit(c);
            boolean hump =
                    part && start >= 0 && Character.isUpperCase(c) && Character.isLowerCase(attribute.charAt(i - 1));
            if (start >= 0 && (!part || hump)) {
                String word = withoutNumber(attribute.substring(start, i).toLowerCase(Locale.ROOT));
                if (!NEGATIONS.contains(previous)) {
                    bits |= meanings.getOrDefault(word, 0);
                }
                if (isWholeName(attribute, start, i)) {
                    bits |= meanings.getOrDefault(word + "!", 0);
                }
                if (!previous.isEmpty()) {
                    bits |= meanings.getOrDefault(previous + "-" + word, 0);
                }
                previous = word;
                start = -1;
            }
            if (part && start < 0) {
                start = i;
            }
            if (c <= ' ') {
                previous = "";
            }
        }
        return bits;
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
