package io.copydesk.ingest.boilerplate;

import io.copydesk.schemas.RemovalReason;
import io.copydesk.schemas.Removed;
import java.util.ArrayList;
import java.util.List;

/**
 * A text without learned boilerplate.
 *
 * @param body the paragraphs that stay
 * @param removed those that went, in their order
 */
public record Stripped(String body, List<Removed> removed) {

    /** The rules: a line that was learned, one that nearly reads as a learned one, a label between learned lines. */
    private static final String SAME = "site/line";

    private static final String NEAR = "site/near-line";
    private static final String BETWEEN = "site/between";

    /** {@code body} as it is when {@code learned} has nothing of it, or when nothing would be left. */
    public static Stripped of(String body, LearnedSet learned) {
        Stripped untouched = new Stripped(body, List.of());
        if (learned.lines().isEmpty()) {
            return untouched;
        }
        List<String> lines = PageLines.split(body);
        String[] rules = new Rules(lines, new LineIndex(learned.lines())).decide();
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
