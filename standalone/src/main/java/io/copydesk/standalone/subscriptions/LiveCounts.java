package io.copydesk.standalone.subscriptions;

import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.pipeline.Cluster;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** The numbers of records that topics have received, refreshed every few seconds. For one thread. */
public final class LiveCounts implements AutoCloseable {

    private static final List<Topic<?>> SHOWN =
            List.of(Topics.LEDGER, Topics.ARTICLES, Topics.STORIES, Topics.DEAD_LETTERS);
    private static final long STALE = Duration.ofSeconds(5).toNanos();

    private final Admin admin;
    private final String prefix;
    private String line = "";
    private long refreshed;

    public LiveCounts(Cluster cluster, String prefix) {
        this.admin = Admin.create(cluster.clients());
        this.prefix = prefix;
    }

    /** The counts as one line, at most five seconds old; a sentence when the cluster does not answer. */
    public String line() throws InterruptedException {
        if (refreshed == 0 || System.nanoTime() - refreshed > STALE) {
            try {
                line = count();
            } catch (ExecutionException e) {
                line = "the cluster does not answer";
            }
            refreshed = System.nanoTime();
        }
        return line;
    }

    private String count() throws ExecutionException, InterruptedException {
        Map<String, Long> ends = new TreeMap<>();
        Map<TopicPartition, OffsetSpec> specs = new HashMap<>();
        List<String> names = SHOWN.stream().map(topic -> topic.name(prefix)).toList();
        for (TopicDescription topic :
                admin.describeTopics(names).allTopicNames().get().values()) {
            topic.partitions()
                    .forEach(p -> specs.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest()));
        }
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
                admin.listOffsets(specs).all().get().entrySet()) {
            ends.merge(end.getKey().topic(), end.getValue().offset(), Long::sum);
        }
        return String.join(
                ", ",
                SHOWN.stream()
                        .map(topic -> topic.name() + " " + ends.getOrDefault(topic.name(prefix), 0L))
                        .toList());
    }

    @Override
    public void close() {
        admin.close();
    }
}
