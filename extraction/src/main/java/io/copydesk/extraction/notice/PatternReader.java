package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.NoticePattern.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the pattern of a line of a pack; its notation is told at the head of {@code notices/en.txt}. */
final class PatternReader {

    /** A pattern stands for no more than so many readings. */
    static final int MAX_READINGS = 200;

    private PatternReader() {}

    /**
     * The readings of a pattern: one, or more where alternatives have several letters in a script without blanks.
     *
     * @throws IllegalArgumentException when it is no pattern
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
            if (readings.size() > MAX_READINGS) {
                throw new IllegalArgumentException("too many alternatives of several letters");
            }
        }
        return readings;
    }

    private static List<List<Element>> place(String part) {
        if (part.equals("*")) {
            return List.of(List.of(new Element.Gap()));
        }
        if (part.equals("#")) {
            return List.of(List.of(new Element.Number()));
        }
        boolean optional = part.endsWith("?");
        String words = optional ? part.substring(0, part.length() - 1) : part;
        if (words.indexOf('?') >= 0) {
            throw new IllegalArgumentException("a word is optional as a whole: " + part);
        }
        List<String> alternatives =
                Arrays.stream(words.split("/")).map(Words::fold).distinct().toList();
        if (alternatives.stream().noneMatch(PatternReader::isSpelled)) {
            return List.of(List.of(new Element.Word(alternatives, optional)));
        }
        List<List<Element>> readings = new ArrayList<>();
        if (optional) {
            readings.add(List.of());
        }
        for (String one : alternatives) {
            List<Element> letters = new ArrayList<>();
            Words.of(one).forEach(letter -> letters.add(new Element.Word(List.of(letter), false)));
            readings.add(letters);
        }
        return readings;
    }

    /** Several letters that are a word each. */
    private static boolean isSpelled(String word) {
        return word.chars().anyMatch(c -> Words.isWhole((char) c))
                && Words.of(word).size() > 1;
    }
}
