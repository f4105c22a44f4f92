package io.copydesk.enrich.copy;

import io.copydesk.kit.failure.FailureText;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.jspecify.annotations.Nullable;

/**
 * A topic with the copies of one task, on the cluster of Kafka Streams: parts in one partition, manifests in another. The topic is made when the first
 * copy is written. Writers have one transactional id, so that the cluster refuses what one sends after another has begun. Each call has clients of its
 * own.
 */
public final class KafkaCopyLog implements CopyLog {

    /** Without progress, while a start waits. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** For an answer to a writer, which nobody waits for. */
    private static final Duration WRITE_LIMIT = Duration.ofSeconds(30);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int PARTS = 0;
    private static final int MANIFESTS = 1;
    private static final int PARTITIONS = 2;
    private static final byte[] MANIFEST_KEY = {'m'};

    /** Offsets between two parts from which on it is cheaper to ask for the second than to read what is between. */
    private static final int GAP = 8;

    private static final int FETCH_BYTES = 16 << 20;
    private static final int POLLED_PARTS = 16;

    private final StreamsConfig settings;
    private final String topic;
    private final String writer;

    private KafkaCopyLog(StreamsConfig settings, String topic, String writer) {
        this.settings = settings;
        this.topic = topic;
        this.writer = writer;
    }

    /**
     * That of the task with a store, as the changelog of the store would be named.
     *
     * @param store whose state is not in the changelog that Kafka Streams would make for it
     */
    public static CopyLog of(StateStoreContext context, String store) {
        return of(new StreamsConfig(context.appConfigs()), store);
    }

    /** The same of an application with settings. */
    public static CopyLog of(StreamsConfig settings, String store) {
        String name = settings.getString(StreamsConfig.APPLICATION_ID_CONFIG) + "-" + store;
        return new KafkaCopyLog(settings, name + "-changelog", name);
    }

    @Override
    public Writer writer() throws IOException {
        return called(() -> {
            createTopic();
            return new KafkaWriter();
        });
    }

    @Override
    public byte @Nullable [] manifest() throws IOException {
        return called(() -> {
                    try (Consumer<byte[], byte[]> reader = reader()) {
                        // Asked for one partition, a missing topic would be waited for.
                        boolean isThere = reader.partitionsFor(topic, LIMIT).stream()
                                .anyMatch(partition -> partition.partition() == MANIFESTS);
                        return Optional.ofNullable(
                                isThere ? newest(reader, new TopicPartition(topic, MANIFESTS)) : null);
                    }
                })
                .orElse(null);
    }

    /** The last record, for which more and more of the end is read: markers and aborted records may follow it. */
    private static byte @Nullable [] newest(Consumer<byte[], byte[]> reader, TopicPartition partition)
            throws IOException {
        List<TopicPartition> only = List.of(partition);
        reader.assign(only);
        long begin = Objects.requireNonNull(reader.beginningOffsets(only, LIMIT).get(partition));
        long end = Objects.requireNonNull(reader.endOffsets(only, LIMIT).get(partition));
        byte[] found = null;
        long from = end;
        for (long back = 2; found == null && from > begin; back *= 2) {
            from = Math.max(begin, end - back);
            reader.seek(partition, from);
            Progress progress = new Progress(from);
            while (progress.position < end) {
                for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                    found = record.value();
                }
                progress.made(reader.position(partition, LIMIT));
            }
        }
        return found;
    }

    @Override
    public void read(long[] offsets, Parts parts) throws IOException {
        called(() -> {
            try (Consumer<byte[], byte[]> reader = reader()) {
                read(offsets, parts, reader, new TopicPartition(topic, PARTS));
            }
            return offsets;
        });
    }

    private static void read(long[] offsets, Parts parts, Consumer<byte[], byte[]> reader, TopicPartition partition)
            throws IOException {
        reader.assign(List.of(partition));
        Progress progress = new Progress(-1);
        long position = -1 - GAP;
        for (int next = 0; next < offsets.length; ) {
            if (offsets[next] < position) {
                throw new IOException("the part at offset " + offsets[next] + " is not there any more");
            }
            if (offsets[next] - position > GAP) {
                reader.seek(partition, offsets[next]);
            }
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                if (next < offsets.length && record.offset() == offsets[next]) {
                    parts.accept(next++, record.value());
                }
            }
            position = reader.position(partition, LIMIT);
            progress.made(position);
        }
    }

    /** How far a reader is. */
    private static final class Progress {

        private long position;
        private long moved = System.nanoTime();

        Progress(long position) {
            this.position = position;
        }

        void made(long now) throws IOException {
            if (now > position) {
                position = now;
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > LIMIT.toNanos()) {
                throw new IOException("no record for " + LIMIT.toMillis() + " ms at offset " + position);
            }
        }
    }

    private Consumer<byte[], byte[]> reader() {
        Map<String, Object> client = new HashMap<>(settings.getRestoreConsumerConfigs(writer));
        client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        client.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        client.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        client.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLLED_PARTS);
        return new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void createTopic() throws ExecutionException, InterruptedException, TimeoutException {
        try (Admin admin = Admin.create(settings.getAdminConfigs(writer))) {
            try {
                get(admin.describeTopics(List.of(topic)).allTopicNames());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
                create(admin);
            }
        }
    }

    private void create(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, String> given = new HashMap<>();
        settings.originalsWithPrefix(StreamsConfig.TOPIC_PREFIX)
                .forEach((name, value) -> given.put(name, value.toString()));
        given.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        Optional<Short> copies = Optional.of(
                        settings.getInt(StreamsConfig.REPLICATION_FACTOR_CONFIG).shortValue())
                .filter(number -> number > 0);
        try {
            get(admin.createTopics(List.of(new NewTopic(topic, Optional.of(PARTITIONS), copies).configs(given)))
                    .all());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static <T> T get(KafkaFuture<T> future) throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @FunctionalInterface
    private interface Call<T> {
        T run() throws IOException, ExecutionException, InterruptedException, TimeoutException;
    }

    /** Runs a call, whose failures are all alike to those who can do without a copy. */
    private static <T> T called(Call<T> call) throws IOException {
        try {
            return call.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            throw new IOException(FailureText.of(e), e);
        }
    }

    private final class KafkaWriter implements Writer {

        private final KafkaProducer<byte[], byte[]> producer;

        KafkaWriter() {
            Map<String, Object> client = new HashMap<>(settings.getProducerConfigs(writer));
            client.remove(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG); // it counts the records of the catalogue's topics
            client.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, writer);
            client.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
            client.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_RECORD_BYTES);
            client.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, WRITE_LIMIT.toMillis());
            producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
            try {
                producer.initTransactions();
            } catch (RuntimeException e) {
                close();
                throw e;
            }
        }

        @Override
        public long[] write(List<Part> parts) throws IOException {
            return called(() -> {
                producer.beginTransaction();
                List<Future<RecordMetadata>> sent = new ArrayList<>();
                for (Part part : parts) {
                    sent.add(producer.send(new ProducerRecord<>(topic, PARTS, part.key(), part.bytes())));
                }
                producer.commitTransaction();
                long[] offsets = new long[sent.size()];
                for (int i = 0; i < offsets.length; i++) {
                    offsets[i] = sent.get(i).get().offset();
                }
                return offsets;
            });
        }

        @Override
        public void publish(byte[] manifest) throws IOException {
            called(() -> {
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(topic, MANIFESTS, MANIFEST_KEY, manifest));
                producer.commitTransaction();
                return manifest;
            });
        }

        @Override
        public void close() {
            producer.close(Duration.ZERO);
        }
    }
}
