package io.copydesk.enrich.revision;

import io.copydesk.schemas.LowerCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The difference of two texts by word, whatever their order. A pure function.
 *
 * @param size the words that only one text has, of all words of both: 0–1, three decimals
 * @param numbersBefore numbers that only the first text has, or more often, sorted
 * @param numbersAfter the same of the second text
 */
record WordDiff(double size, List<String> numbersBefore, List<String> numbersAfter) {

    /** A word, or a number with its separators; possessive, as the stack would grow with the groups of a number. */
    private static final Pattern WORD = Pattern.compile("\\p{N}++(?:[.,:]\\p{N}++)*+|[\\p{L}\\p{M}\\p{N}]+");

    /** Maximum number of listed numbers. */
    private static final int MOST_NUMBERS = 100;

    static WordDiff between(@Nullable String before, @Nullable String after) {
        Map<String, Integer> surplus = new HashMap<>();
        long words = count(before, surplus, -1) + count(after, surplus, 1);
        long different = surplus.values().stream().mapToLong(Math::abs).sum();
        double size = words == 0 ? 0 : Math.round(1000.0 * different / words) / 1000.0;
        return new WordDiff(size, numbers(surplus, -1), numbers(surplus, 1));
    }

    private static long count(@Nullable String text, Map<String, Integer> surplus, int sign) {
        Matcher word = WORD.matcher(text == null ? "" : text);
        long count = 0;
        while (word.find()) {
            surplus.merge(LowerCase.of(word.group()), sign, Integer::sum);
            count++;
        }
        return count;
    }

    private static List<String> numbers(Map<String, Integer> surplus, int sign) {
        return surplus.entrySet().stream()
                .filter(entry -> Integer.signum(entry.getValue()) == sign)
                .map(Map.Entry::getKey)
                .filter(word -> Character.isDigit(word.codePointAt(0)))
                .sorted()
                .limit(MOST_NUMBERS)
                .toList();
    }
}
