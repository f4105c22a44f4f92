package io.copydesk.kit.topics;

import io.copydesk.kit.streams.KafkaSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a whole topic, committed records only, and goes on with what comes, on a thread of its own and without a consumer group. Started
 * once. Safe for use by several threads.
 */
public final class TopicFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSE = Duration.ofSeconds(3);

    private final CountDownLatch complete = new CountDownLatch(1);
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private final Consumer<ConsumerRecord<byte[], byte[]>> records;
    private final Consumer<RuntimeException> fatal;
    private final Thread thread;
    private volatile boolean closing;

    /**
     * Of a topic that is there.
     *
     * @param topic its full name, which is that of the thread as well
     * @param records receives each record, on the thread of this
     * @param fatal receives what ended it, {@code records} included
     */
    public TopicFollower(
            String topic,
            KafkaSettings kafka,
            Consumer<ConsumerRecord<byte[], byte[]>> records,
            Consumer<RuntimeException> fatal) {
        this.topic = topic;
        this.records = records;
        this.fatal = fatal;
        this.consumer = new KafkaConsumer<>(settings(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.thread = new Thread(this::run, "copydesk-" + topic);
    }

    private static Properties settings(KafkaSettings kafka) {
        Properties settings = kafka.consumer();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return settings;
    }

    /** Starts to read, and returns. */
    public void start() {
        thread.start();
    }

    /** Whether everything was read that the topic held at the start. */
    public boolean isComplete() {
        return complete.getCount() == 0;
    }

    /** Waits until it is complete, at most so long; whether it is. */
    public boolean awaitComplete(Duration patience) throws InterruptedException {
        return complete.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try (consumer) {
            List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> open = new HashMap<>(consumer.endOffsets(all));
            while (!closing) {
                consumer.poll(POLL).forEach(records);
                if (!isComplete()) {
                    open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
                    if (open.isEmpty()) {
                        complete.countDown();
                    }
                }
            }
        } catch (WakeupException e) {
            LOG.debug("consumer stopped by close()");
        } catch (RuntimeException e) {
            if (!closing) {
                fatal.accept(e);
            }
        } catch (Error e) {
            fatal.accept(new IllegalStateException("reading " + topic + " failed", e));
        }
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            if (thread.isAlive()) {
                thread.join(CLOSE.toMillis());
            } else {
                consumer.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
