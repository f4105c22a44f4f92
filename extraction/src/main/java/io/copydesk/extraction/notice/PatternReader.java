package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.NoticePattern.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the pattern of a line of a pack; the head of {@code notices/en.txt} describes the notation. */
final class PatternReader {

    private PatternReader() {}

    /**
     * The readings of a pattern: one, or more where a number is one of several alternatives or may be missing.
     *
     * @throws IllegalArgumentException when it is not a pattern
     */
    static List<List<Element>> read(String pattern) {
        List<List<Element>> readings = List.of(List.of());
        for (String part : pattern.strip().split("\\s+")) {
            List<List<Element>> longer = new ArrayList<>();
            for (List<Element> tail : place(part)) {
                for (List<Element> head : readings) {
                    List<Element> joined = new ArrayList<>(head);
                    joined.addAll(tail);
                    longer.add(List.copyOf(joined));
                }
            }
            readings = longer;
        }
        return readings;
    }

    private static List<List<Element>> place(String part) {
        if (part.equals("*")) {
            return List.of(List.of(new Element.Gap()));
        }
        boolean optional = part.endsWith("?");
        String words = optional ? part.substring(0, part.length() - 1) : part;
        if (words.indexOf('?') >= 0) {
            throw new IllegalArgumentException("a word is optional as a whole: " + part);
        }
        List<String> alternatives = Arrays.stream(words.split("/"))
                .map(NoticeWords::fold)
                .distinct()
                .toList();
        if (!alternatives.contains("#")) {
            return List.of(List.of(word(alternatives, optional)));
        }
        List<List<Element>> readings = new ArrayList<>();
        readings.add(List.of(new Element.Number()));
        if (alternatives.size() > 1) {
            readings.add(List.of(
                    word(alternatives.stream().filter(one -> !one.equals("#")).toList(), false)));
        }
        if (optional) {
            readings.add(List.of());
        }
        return readings;
    }

    private static Element word(List<String> alternatives, boolean optional) {
        return alternatives.stream().anyMatch(PatternReader::isSpelled)
                ? new Element.Spelled(
                        alternatives.stream()
                                .map(each -> List.copyOf(NoticeWords.of(each)))
                                .toList(),
                        optional)
                : new Element.Word(alternatives, optional);
    }

    /** The words that may open a pattern with this first place; empty for a number, and for places that no pattern may start with. */
    static Set<String> firstWords(Element first) {
        if (first instanceof Element.Spelled spelled && !spelled.optional()) {
            return spelled.alternatives().stream().map(run -> run.get(0)).collect(Collectors.toUnmodifiableSet());
        }
        if (first instanceof Element.Word word
                && !word.optional()
                && word.alternatives().stream().noneMatch(one -> one.endsWith("~"))) {
            return Set.copyOf(word.alternatives());
        }
        return Set.of();
    }

    /** Whether it is several letters that are a word each. */
    private static boolean isSpelled(String word) {
        return word.chars().anyMatch(c -> NoticeWords.isWhole((char) c))
                && NoticeWords.of(word).size() > 1;
    }
}
