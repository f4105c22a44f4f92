package io.copydesk.enrich.revision;

import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.Revision.Change;
import io.copydesk.schemas.Revision.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The difference of two texts by sentence: a longest common subsequence, then sentences that only changed place, then pairs
 * of similar sentences. Texts too long for that are compared as bags of sentences. A pure function.
 */
final class SentenceDiff {

    /** The most cells of the table of the longest common subsequence: 4 bytes each. */
    private static final long MOST_CELLS = 4_000_000;

    /** The most pairs of sentences that are compared word by word. */
    private static final long MOST_PAIRS = 20_000;

    private static final double ALIKE = 0.5;

    private SentenceDiff() {}

    /** The changed sentences in the order of {@code after}; a removed one is where it would have been. */
    static List<Change> between(List<String> before, List<String> after) {
        List<Step> steps = steps(before, after);
        findMoves(steps);
        findEdits(steps);
        return steps.stream()
                .filter(step -> step.operation != null)
                .map(step -> new Change(step.operation, step.text, step.previous))
                .toList();
    }

    private static List<Step> steps(List<String> before, List<String> after) {
        int head = 0;
        int shorter = Math.min(before.size(), after.size());
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<String> old = before.subList(head, before.size() - tail);
        List<String> now = after.subList(head, after.size() - tail);
        return (long) (old.size() + 1) * (now.size() + 1) > MOST_CELLS ? bags(old, now) : aligned(old, now);
    }

    private static List<Step> aligned(List<String> old, List<String> now) {
        int width = now.size() + 1;
        int[] common = new int[(old.size() + 1) * width];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i * width + j] = old.get(i).equals(now.get(j))
                        ? common[(i + 1) * width + j + 1] + 1
                        : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
            }
        }
        List<Step> steps = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                i++;
                j++;
            } else if (i < old.size()
                    && (j == now.size() || common[(i + 1) * width + j] >= common[i * width + j + 1])) {
                steps.add(new Step(Operation.REMOVED, old.get(i++)));
            } else {
                steps.add(new Step(Operation.ADDED, now.get(j++)));
            }
        }
        return steps;
    }

    private static List<Step> bags(List<String> old, List<String> now) {
        Map<String, Integer> surplus = new HashMap<>();
        now.forEach(sentence -> surplus.merge(sentence, 1, Integer::sum));
        List<Step> steps = new ArrayList<>();
        for (String sentence : old) {
            if (surplus.merge(sentence, -1, Integer::sum) < 0) {
                steps.add(new Step(Operation.REMOVED, sentence));
            }
        }
        for (String sentence : now) {
            if (surplus.getOrDefault(sentence, 0) > 0) {
                surplus.merge(sentence, -1, Integer::sum);
                steps.add(new Step(Operation.ADDED, sentence));
            }
        }
        return steps;
    }

    private static void findMoves(List<Step> steps) {
        Map<String, List<Step>> removed = new HashMap<>();
        for (Step step : steps) {
            if (step.operation == Operation.REMOVED) {
                removed.computeIfAbsent(step.text, t -> new ArrayList<>()).add(step);
            }
        }
        for (Step step : steps) {
            List<Step> same = step.operation == Operation.ADDED ? removed.get(step.text) : null;
            if (same != null && !same.isEmpty()) {
                same.remove(same.size() - 1).operation = null;
                step.operation = Operation.MOVED;
            }
        }
    }

    private static void findEdits(List<Step> steps) {
        List<Step> removed =
                steps.stream().filter(s -> s.operation == Operation.REMOVED).toList();
        List<Step> added =
                steps.stream().filter(s -> s.operation == Operation.ADDED).toList();
        if ((long) removed.size() * added.size() > MOST_PAIRS) {
            return;
        }
        List<Set<String>> bags = removed.stream().map(s -> words(s.text)).toList();
        for (Step step : added) {
            Set<String> words = words(step.text);
            int best = -1;
            double most = 0;
            for (int i = 0; i < removed.size(); i++) {
                double alike = removed.get(i).operation == null ? 0 : alike(words, bags.get(i));
                if (alike >= ALIKE && alike > most) {
                    best = i;
                    most = alike;
                }
            }
            if (best >= 0) {
                removed.get(best).operation = null;
                step.operation = Operation.EDITED;
                step.previous = removed.get(best).text;
            }
        }
    }

    /** Dice's coefficient over words; takes as long as the smaller set is large. */
    private static double alike(Set<String> a, Set<String> b) {
        Set<String> smaller = a.size() < b.size() ? a : b;
        Set<String> larger = smaller == a ? b : a;
        long common = smaller.stream().filter(larger::contains).count();
        return 2.0 * common / (a.size() + b.size());
    }

    /** Words; the characters themselves where a script writes no spaces. */
    private static Set<String> words(String sentence) {
        String[] parts = LowerCase.of(sentence).split("[^\\p{L}\\p{N}]+");
        Set<String> words = new HashSet<>(Arrays.asList(parts));
        words.remove("");
        for (String part : parts) {
            if (!part.isEmpty() && part.charAt(0) >= 0x3040 && part.charAt(0) < 0xA000) {
                words.remove(part);
                part.chars().forEach(c -> words.add(Character.toString(c)));
            }
        }
        if (words.isEmpty()) {
            words.add(sentence);
        }
        return words;
    }

    private static final class Step {
        /** {@code null} once the step is part of another. */
        private @Nullable Operation operation;

        private final String text;
        private @Nullable String previous;

        Step(Operation operation, String text) {
            this.operation = operation;
            this.text = text;
        }
    }
}
