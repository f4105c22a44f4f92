package io.copydesk.standalone.rules;

import io.copydesk.alerts.added.RuleWriter;
import io.copydesk.alerts.added.TopicRules;
import io.copydesk.alerts.rule.Rule;
import io.copydesk.kit.topics.TopicsOnCluster;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.pipeline.Cluster;
import io.copydesk.standalone.pipeline.UsageException;
import io.copydesk.verify.state.TopicReader;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/** Reads and changes the rules in the topics of one cluster. For one thread. */
public final class StoredRules implements AutoCloseable {

    private final Cluster cluster;
    private final String prefix;
    private final RuleWriter writer;

    /**
     * The rules in the topics of {@code prefix}, which are created when they are missing.
     *
     * @param newPartitions of topics that are created
     */
    public StoredRules(Cluster cluster, String prefix, int newPartitions) throws InterruptedException {
        this.cluster = cluster;
        this.prefix = prefix;
        try (Admin admin = Admin.create(cluster.clients())) {
            TopicsOnCluster.provision(admin, prefix, newPartitions);
        }
        this.writer = new RuleWriter(cluster.clients(), prefix);
    }

    /** All of them, as they are now. */
    public TopicRules all() throws IOException {
        TopicRules rules = new TopicRules();
        new TopicReader(cluster.clients()).read(Topics.ALERT_RULES.name(prefix), false, record -> {
            rules.take(record);
            return true;
        });
        return rules;
    }

    /**
     * Adds rules, each in place of an added one of its name.
     *
     * @return those that were there before
     * @throws UsageException when they may not be added; then none is
     */
    public List<String> add(List<Rule> rules) throws IOException {
        TopicRules known = all();
        check(() -> known.requireAddable(rules));
        rules.forEach(writer::add);
        writer.flush();
        return rules.stream().map(Rule::name).filter(known::has).toList();
    }

    /**
     * Removes rules.
     *
     * @throws UsageException when they may not be removed; then none is
     */
    public void remove(List<String> names) throws IOException {
        TopicRules known = all();
        check(() -> known.requireRemovable(names));
        names.forEach(writer::remove);
        writer.flush();
    }

    private static void check(Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
