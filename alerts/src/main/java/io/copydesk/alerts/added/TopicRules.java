package io.copydesk.alerts.added;

import io.copydesk.alerts.rule.Rule;
import io.copydesk.alerts.rule.RuleFile;
import io.copydesk.kit.config.NearestKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What the topic of rules holds, and what may be changed of it. Safe for use by several threads. */
public final class TopicRules {

    /** Keys beyond these are not looked at: so many are no operator's. */
    public static final int MOST_KEYS = 1000;

    private final TreeMap<String, TopicRule> byName = new TreeMap<>();

    /** Takes a record of the topic; one without a key means nothing. */
    public void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() != null) {
            put(
                    new String(record.key(), StandardCharsets.UTF_8),
                    record.value(),
                    TopicRule.isOfFile(record.headers()),
                    record.timestamp());
        }
    }

    /** Takes a value of the topic, {@code null} for the end of the key. */
    public synchronized void put(String key, byte @Nullable [] value, boolean ofFile, long at) {
        if (value == null) {
            byName.remove(key);
        } else if (byName.size() < MOST_KEYS || byName.containsKey(key)) {
            byName.put(key, TopicRule.read(key, value, ofFile, at));
        }
    }

    synchronized @Nullable TopicRule get(String name) {
        return byName.get(name);
    }

    /** All of them by name: those of the file as the role showed them last, and those that were added. */
    public synchronized List<TopicRule> all() {
        return Stream.concat(shown().stream(), added(names(shown())).stream())
                .sorted(Comparator.comparing(TopicRule::name))
                .toList();
    }

    /** Those of the file, as the role showed them last. */
    synchronized List<TopicRule> shown() {
        return byName.values().stream().filter(TopicRule::ofFile).toList();
    }

    /**
     * Those that were added, by name; refused when a file has a rule of the name, or when there are too many: the same whatever order
     * the records were read in.
     */
    synchronized List<TopicRule> added(Set<String> file) {
        List<TopicRule> added = new ArrayList<>();
        int count = file.size();
        for (TopicRule rule : byName.values()) {
            if (rule.ofFile()) {
                continue;
            }
            TopicRule judged = rule;
            if (file.contains(rule.name())) {
                judged = rule.refusedFor("a rule of the file has this name");
            } else if (rule.rule() != null && ++count > RuleFile.MOST_RULES) {
                judged = rule.refusedFor("there are more than " + RuleFile.MOST_RULES + " rules");
            }
            added.add(judged);
        }
        return added;
    }

    private static Set<String> names(Collection<TopicRule> rules) {
        return rules.stream().map(TopicRule::name).collect(Collectors.toSet());
    }

    /** Whether there is a rule of the name, refused or not. */
    public synchronized boolean has(String name) {
        return byName.containsKey(name);
    }

    /**
     * Checks whether rules may be added, each in place of an added one of its name.
     *
     * @throws IllegalArgumentException with a sentence when one of them is of the file, or there would be too many
     */
    public synchronized void requireAddable(List<Rule> rules) {
        rules.forEach(rule -> requireChangeable(rule.name()));
        Set<String> names = new TreeSet<>(byName.keySet());
        rules.forEach(rule -> names.add(rule.name()));
        if (names.size() > RuleFile.MOST_RULES) {
            throw new IllegalArgumentException(
                    "there would be " + names.size() + " rules; the most are " + RuleFile.MOST_RULES);
        }
    }

    /**
     * Checks whether rules may be removed.
     *
     * @throws IllegalArgumentException with a sentence when one of them is of the file, or is not there
     */
    public synchronized void requireRemovable(List<String> names) {
        for (String name : names) {
            requireChangeable(name);
            if (!byName.containsKey(name)) {
                throw new IllegalArgumentException("there is no rule " + name
                        + NearestKey.to(name, byName.keySet())
                                .map(meant -> "; did you mean " + meant + '?')
                                .orElse(""));
            }
        }
    }

    private void requireChangeable(String name) {
        TopicRule known = byName.get(name);
        if (known != null && known.ofFile()) {
            throw new IllegalArgumentException(
                    "rule " + name + " is in the file of the role alerts, and can be changed there alone");
        }
    }
}
