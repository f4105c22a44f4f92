package io.copydesk.verify.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where rules are broken: how often, and the first examples. Not thread-safe. */
public final class Findings {

    /** Examples of each rule. */
    private static final int EXAMPLES = 10;

    private final Map<Rule, Long> counts = new EnumMap<>(Rule.class);
    private final Map<Rule, List<String>> examples = new EnumMap<>(Rule.class);

    void add(Rule rule, String example) {
        counts.merge(rule, 1L, Long::sum);
        List<String> some = examples.computeIfAbsent(rule, r -> new ArrayList<>());
        if (some.size() < EXAMPLES) {
            some.add(example);
        }
    }

    /** How often this rule is broken. */
    public long count(Rule rule) {
        return counts.getOrDefault(rule, 0L);
    }

    /** How often rules are broken. */
    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The first examples: a sentence each. */
    public List<String> examples(Rule rule) {
        return List.copyOf(examples.getOrDefault(rule, List.of()));
    }

    /** The first examples of all rules, each behind the text of its rule. */
    public List<String> examples() {
        return examples.entrySet().stream()
                .flatMap(rule ->
                        rule.getValue().stream().map(example -> rule.getKey().text() + ": " + example))
                .toList();
    }
}
