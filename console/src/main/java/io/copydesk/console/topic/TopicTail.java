package io.copydesk.console.topic;

import io.copydesk.console.index.TopicIndex;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.TopicRecord;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics, committed records only, into their indexes on one thread, without a consumer group. It goes on where the indexes were
 * committed, and begins anew where that is not possible: a topic that was made again, an index that lay idle for so long that
 * tombstones may be gone, or offsets that are gone.
 */
public final class TopicTail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final long REFRESH_MILLIS = 200;
    private static final long FIRST_REFRESH_MILLIS = 2_000;
    private static final long COMMIT_MILLIS = 15_000;
    private static final long PRUNE_MILLIS = Duration.ofHours(1).toMillis();

    /** Half of Kafka's default {@code delete.retention.ms}, for which topics that an earlier version made keep a tombstone. */
    private static final Duration IDLE = Duration.ofHours(12);

    private final String prefix;
    private final Clock clock;
    private final Arrivals arrivals;
    private final Properties admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, TopicIndex<?>> indexes = new LinkedHashMap<>();
    private final Map<String, Uuid> topicIds = new HashMap<>();
    private final Map<TopicPartition, Long> first = new HashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Thread thread = new Thread(this::run, "copydesk-console-topics");
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean closing;
    private volatile boolean caughtUp;
    private volatile double progress;
    private boolean dirty;
    private boolean uncommitted;
    private long refreshed;
    private long committed;
    private long pruned;

    /**
     * A reader of the topics of {@code prefix}.
     *
     * @param indexes written from now on by this alone
     * @param arrivals is told what arrives
     */
    public TopicTail(
            String prefix, KafkaSettings kafka, Collection<TopicIndex<?>> indexes, Arrivals arrivals, Clock clock) {
        this.prefix = prefix;
        this.clock = clock;
        this.arrivals = arrivals;
        this.admin = kafka.admin();
        indexes.forEach(index -> this.indexes.put(index.topic().name(prefix), index));
        Properties settings = kafka.consumer();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1000");
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Finds out where to go on, and begins on a thread of its own.
     *
     * @param known is handed each index with what was in it before
     * @throws IllegalStateException when a topic is missing or the cluster does not answer
     */
    public void start(Known known) throws InterruptedException {
        try (Admin client = Admin.create(admin)) {
            for (TopicDescription topic : client.describeTopics(indexes.keySet())
                    .allTopicNames()
                    .get()
                    .values()) {
                topicIds.put(topic.name(), topic.topicId());
                topic.partitions()
                        .forEach(partition -> first.put(new TopicPartition(topic.name(), partition.partition()), 0L));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot look at the topics of " + prefix + "*: " + e.getCause(), e);
        }
        consumer.assign(first.keySet());
        first.putAll(consumer.beginningOffsets(first.keySet()));
        ends.putAll(consumer.endOffsets(first.keySet()));
        try {
            for (String name : indexes.keySet()) {
                seek(name);
                known.index(index(name));
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot write the index: " + e.getMessage(), e);
        }
        thread.start();
    }

    /** Looks at what an index held before. */
    public interface Known {
        /** Looks. */
        void index(TopicIndex<?> index) throws IOException;
    }

    private void seek(String name) throws IOException {
        TopicIndex<?> index = index(name);
        long oldest = clock.millis() - IDLE.toMillis();
        Map<TopicPartition, Long> known = Positions.read(index.index().positions(), name, topicId(name), oldest);
        boolean usable = partitions(name).stream().allMatch(partition -> {
            Long next = known.get(partition);
            return next != null && next >= offset(first, partition) && next <= offset(ends, partition);
        });
        if (!usable) {
            index.index().clear();
            index.index().refresh();
        }
        partitions(name)
                .forEach(partition -> consumer.seek(
                        partition, usable ? known.getOrDefault(partition, 0L) : offset(first, partition)));
    }

    private TopicIndex<?> index(String name) {
        return Objects.requireNonNull(indexes.get(name), name);
    }

    private Uuid topicId(String name) {
        return topicIds.getOrDefault(name, Uuid.ZERO_UUID);
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    private List<TopicPartition> partitions(String name) {
        return first.keySet().stream()
                .filter(partition -> partition.topic().equals(name))
                .toList();
    }

    /** Completes when it was closed; exceptionally when it stopped by itself. */
    public CompletableFuture<Void> ended() {
        return ended.copy();
    }

    /** Whether the topics were read up to where they ended at the start. */
    public boolean caughtUp() {
        return caughtUp;
    }

    /** How much of that was read, 0–1. */
    public double progress() {
        return progress;
    }

    /** The consumer, for its metrics alone. */
    public KafkaConsumer<byte[], byte[]> consumer() {
        return consumer;
    }

    private void run() {
        try {
            while (!closing) {
                take(poll());
                boolean complete = !caughtUp && hasReadAll();
                beVisible(complete);
                if (complete) {
                    caughtUp = true;
                }
                keep(false);
            }
            keep(true);
        } catch (WakeupException e) {
            LOG.debug("consumer stopped by close()");
        } catch (IOException | RuntimeException | Error e) {
            LOG.error("the console stopped reading the topics", e);
            ended.completeExceptionally(new IllegalStateException("reading the topics failed: " + e.getMessage(), e));
        } finally {
            consumer.close();
            ended.complete(null);
        }
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        try {
            return consumer.poll(POLL);
        } catch (OffsetOutOfRangeException e) {
            LOG.warn(
                    "records were deleted before they were read; reading goes on with the oldest that there are: {}",
                    e.getMessage());
            consumer.seekToBeginning(e.partitions());
            return ConsumerRecords.empty();
        }
    }

    private void take(ConsumerRecords<byte[], byte[]> records) throws IOException {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            take(index(record.topic()), record);
        }
        dirty |= !records.isEmpty();
        uncommitted |= !records.isEmpty();
    }

    private interface Step {
        void run() throws IOException;
    }

    private <V> void take(TopicIndex<V> index, ConsumerRecord<byte[], byte[]> record) throws IOException {
        Topic<V> topic = index.topic();
        TopicRecord.read(topic, record)
                .<Step>fold(
                        (key, value) -> () -> {
                            index.put(key, value, record);
                            arrivals.arrived(topic, value, record, caughtUp);
                        },
                        key -> () -> index.end(key, record),
                        unreadable -> () -> LOG.warn("{}", unreadable.message()))
                .run();
    }

    /** Whether all has been read that was there at the start. */
    private boolean hasReadAll() {
        long read = 0;
        long all = 0;
        boolean complete = true;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            long begin = offset(first, end.getKey());
            long position = consumer.position(end.getKey());
            read += Math.max(0, Math.min(position, end.getValue()) - begin);
            all += end.getValue() - begin;
            complete &= position >= end.getValue();
        }
        progress = all == 0 ? 1 : (double) read / all;
        return complete;
    }

    private void beVisible(boolean atOnce) throws IOException {
        long now = clock.millis();
        if (atOnce || dirty && now - refreshed >= (caughtUp ? REFRESH_MILLIS : FIRST_REFRESH_MILLIS)) {
            for (TopicIndex<?> index : indexes.values()) {
                index.index().refresh();
            }
            dirty = false;
            refreshed = now;
            arrivals.visible();
        }
    }

    /** Commits from time to time what was read, with the positions. */
    private void keep(boolean last) throws IOException {
        long now = clock.millis();
        if (now - pruned >= PRUNE_MILLIS) {
            for (TopicIndex<?> index : indexes.values()) {
                index.prune(now);
            }
            pruned = now;
            uncommitted = true;
        }
        if (uncommitted && (last || now - committed >= COMMIT_MILLIS)) {
            for (Map.Entry<String, TopicIndex<?>> index : indexes.entrySet()) {
                Map<TopicPartition, Long> next = new HashMap<>();
                partitions(index.getKey()).forEach(partition -> next.put(partition, consumer.position(partition)));
                index.getValue().index().commit(Positions.write(topicId(index.getKey()), next, now));
            }
            uncommitted = false;
            committed = now;
        }
    }

    /** Commits what was read and ends. */
    @Override
    public void close() {
        closing = true;
        try {
            if (thread.isAlive()) {
                thread.join(Duration.ofSeconds(10).toMillis());
            } else if (!ended.isDone()) {
                consumer.close();
                ended.complete(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
