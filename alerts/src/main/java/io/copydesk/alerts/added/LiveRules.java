package io.copydesk.alerts.added;

import io.copydesk.alerts.rule.Rule;
import io.copydesk.alerts.rule.Rules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules that hold now: those of the file under their names, and beside them those of the topic. Safe for use by several threads.
 */
public final class LiveRules {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRules.class);

    private final List<Rule> file;
    private final Set<String> names;
    private final TopicRules topic = new TopicRules();

    /** Of what {@link #topic} has; made and dropped under the lock of this, so that none outlives the change that came while it was made. */
    private volatile @Nullable Snapshot snapshot;

    /** @param since when each rule began to tell, epoch milliseconds */
    private record Snapshot(Rules rules, Map<String, Long> since, boolean isEmpty) {}

    /** @param file the rules of the file */
    public LiveRules(List<Rule> file) {
        this.file = List.copyOf(file);
        this.names = file.stream().map(Rule::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Takes a record of the topic. What is no rule is logged, and holds for none. */
    public synchronized void take(ConsumerRecord<byte[], byte[]> record) {
        topic.take(record);
        snapshot = null;
        if (record.key() != null && record.value() != null) {
            String place = record.topic() + "-" + record.partition() + "@" + record.offset();
            String key = new String(record.key(), StandardCharsets.UTF_8);
            topic.added(names).stream()
                    .filter(rule -> rule.name().equals(key) && rule.refused() != null)
                    .forEach(rule -> LOG.warn("the rule in {} is refused: {}", place, rule.refused()));
        }
    }

    /** Takes a value of the topic as {@link TopicRules#put} does. */
    public synchronized void put(String key, byte @Nullable [] value, boolean ofFile, long at) {
        topic.put(key, value, ofFile, at);
        snapshot = null;
    }

    /** The rules that hold. The same object until they change. */
    public Rules now() {
        return current().rules();
    }

    /** Since when a rule tells, epoch milliseconds: an added one, of what arrives from then on; one that there is no more, never. */
    public long since(String rule) {
        return current().since().getOrDefault(rule, Long.MAX_VALUE);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return current().isEmpty();
    }

    private Snapshot current() {
        Snapshot known = snapshot;
        return known == null ? made() : known;
    }

    private synchronized Snapshot made() {
        List<Rule> all = new ArrayList<>(file);
        Map<String, Long> since = new HashMap<>();
        names.forEach(name -> since.put(name, Long.MIN_VALUE));
        for (TopicRule added : topic.added(names)) {
            if (added.rule() != null) {
                all.add(added.rule());
                since.put(added.name(), added.at());
            }
        }
        Snapshot made = new Snapshot(new Rules(all), Map.copyOf(since), all.isEmpty());
        snapshot = made;
        return made;
    }

    /**
     * What has to be written so that the topic shows the rules of the file, and none that were in it before: the rule of each name,
     * empty where the key is to end.
     */
    Map<String, Optional<Rule>> unshown() {
        Map<String, Optional<Rule>> unshown = new LinkedHashMap<>();
        for (Rule rule : file) {
            TopicRule shown = topic.get(rule.name());
            if (shown == null || !shown.ofFile() || !Objects.equals(shown.rule(), rule)) {
                unshown.put(rule.name(), Optional.of(rule));
            }
        }
        topic.shown().stream()
                .map(TopicRule::name)
                .filter(name -> !names.contains(name))
                .forEach(name -> unshown.put(name, Optional.empty()));
        return unshown;
    }

    /** The rules of the file that somebody else wrote or ended in the topic; what another instance shows of its own file stays. */
    List<Rule> overwritten() {
        return file.stream()
                .filter(rule -> {
                    TopicRule shown = topic.get(rule.name());
                    return shown == null || !shown.ofFile();
                })
                .toList();
    }
}
