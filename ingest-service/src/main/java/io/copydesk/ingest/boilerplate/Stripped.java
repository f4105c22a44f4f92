package io.copydesk.ingest.boilerplate;

import io.copydesk.schemas.RemovalReason;
import io.copydesk.schemas.Removed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A text without learned boilerplate.
 *
 * @param body the paragraphs that stay
 * @param removed those that went, in their order
 */
public record Stripped(String body, List<Removed> removed) {

    /** The rules: a line that was learned, one that nearly reads as a learned one, a label between learned lines, any in a learned place. */
    private static final String SAME = "site/line";

    private static final String NEAR = "site/near-line";
    private static final String BETWEEN = "site/between";
    private static final String PLACE = "site/place";

    /**
     * {@code body} as it is when {@code learned} has nothing of it, or when nothing would be left.
     *
     * @param places where each paragraph stands on the site's pages; asked only when places were learned
     */
    public static Stripped of(String body, LearnedSet learned, Supplier<int[]> places) {
        Stripped untouched = new Stripped(body, List.of());
        if (learned.equals(LearnedSet.NOTHING)) {
            return untouched;
        }
        List<String> lines = PageLines.split(body);
        Rules decided = new Rules(lines, new LineIndex(learned.lines()));
        if (!learned.places().isEmpty()) {
            decided.take(lines, places.get(), learned.placeNumbers());
        }
        String[] rules = decided.decide();
        List<String> kept = new ArrayList<>();
        List<Removed> removed = new ArrayList<>();
        for (int i = 0; i < rules.length; i++) {
            if (rules[i] == null) {
                kept.add(lines.get(i));
            } else {
                removed.add(new Removed(lines.get(i), RemovalReason.SITE_BOILERPLATE, rules[i], null));
            }
        }
        boolean hasWords = kept.stream().anyMatch(line -> !LineWords.of(line).isEmpty());
        return hasWords && !removed.isEmpty() ? new Stripped(String.join("\n\n", kept), removed) : untouched;
    }

    /** By which rule each line of a text goes; {@code null} for one that stays. */
    private static final class Rules {

        private final boolean[] labels;
        private final LearnedLine[] found;
        private final String[] rules;

        Rules(List<String> lines, LineIndex index) {
            labels = new boolean[lines.size()];
            found = new LearnedLine[lines.size()];
            rules = new String[lines.size()];
            for (int i = 0; i < rules.length; i++) {
                List<String> words = LineWords.of(lines.get(i));
                LineKey key = LineKey.of(words);
                labels[i] = PageLines.isLabel(lines.get(i), words);
                found[i] = index.find(key).orElse(null);
                if (found[i] != null && found[i].anywhere()) {
                    rules[i] = index.has(key) ? SAME : NEAR;
                }
            }
            boolean more = true;
            while (more) {
                more = false;
                for (int i = 0; i < rules.length; i++) {
                    if (found[i] != null && rules[i] == null && isBeside(i)) {
                        rules[i] = index.has(LineKey.of(LineWords.of(lines.get(i)))) ? SAME : NEAR;
                        more = true;
                    }
                }
            }
        }

        /** Takes the lines in learned places, unless they are much of the text: then the page is not built as those that were learned from. */
        void take(List<String> lines, int[] places, Set<Integer> learned) {
            long all = 0;
            long taken = 0;
            for (int i = 0; i < rules.length; i++) {
                all += lines.get(i).length();
                taken += learned.contains(places[i]) ? lines.get(i).length() : 0;
            }
            for (int i = 0; i < rules.length && 2 * taken <= all; i++) {
                if (rules[i] == null && learned.contains(places[i])) {
                    rules[i] = PLACE;
                }
            }
        }

        String[] decide() {
            int head = 0;
            while (head < rules.length && (rules[head] != null || isBetween(head))) {
                rules[head] = rules[head] == null ? BETWEEN : rules[head];
                head++;
            }
            int tail = rules.length - 1;
            while (tail > head && (rules[tail] != null || isBetween(tail))) {
                rules[tail] = rules[tail] == null ? BETWEEN : rules[tail];
                tail--;
            }
            return rules;
        }

        private boolean isBeside(int i) {
            boolean first = i == 0;
            boolean last = i == rules.length - 1;
            return (first || last) && labels[i] || !first && rules[i - 1] != null || !last && rules[i + 1] != null;
        }

        private boolean isBetween(int i) {
            return labels[i] && i > 0 && i < rules.length - 1 && rules[i - 1] != null && rules[i + 1] != null;
        }
    }
}
