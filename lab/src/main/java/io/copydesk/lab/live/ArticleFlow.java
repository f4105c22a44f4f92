package io.copydesk.lab.live;

import io.copydesk.kit.topics.LosslessProducer;
import io.copydesk.lab.bench.InventedArticles;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.SitePartitions;
import io.copydesk.schemas.Topics;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends invented articles to {@code articles}, and notes which of them arrive in {@code enriched-articles}. For one thread. */
final class ArticleFlow implements AutoCloseable {

    private final int partitions;
    private final InventedArticles articles;
    private final KafkaProducer<String, Article> producer;
    private final KafkaConsumer<String, byte[]> consumer;

    /** Numbers of the articles that have arrived. */
    private final BitSet arrived = new BitSet();

    private int next;

    /**
     * Connects.
     *
     * @param clients settings that name the cluster, which has the topics
     * @param partitions that the topics have
     */
    ArticleFlow(Properties clients, int partitions, long seed) {
        this.partitions = partitions;
        this.articles = new InventedArticles(seed);
        this.producer = producer(clients);
        Map<String, Object> settings = new HashMap<>();
        clients.forEach((key, value) -> settings.put((String) key, value));
        this.consumer = consumer(settings, partitions);
    }

    private static KafkaProducer<String, Article> producer(Properties clients) {
        Properties settings = new Properties();
        settings.putAll(clients);
        LosslessProducer.configure(settings);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, "5");
        return new KafkaProducer<>(
                settings, new StringSerializer(), JsonSerde.of(Topics.ARTICLES).serializer());
    }

    private static KafkaConsumer<String, byte[]> consumer(Map<String, Object> clients, int partitions) {
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        String topic = Topics.ENRICHED_ARTICLES.name(Topics.DEFAULT_PREFIX);
        // Not asked of the broker: right after the topic's creation it may name none.
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        return consumer;
    }

    /** The number of the next article, and how many were sent. */
    int next() {
        return next;
    }

    /** Sends the next articles. */
    void send(int count) {
        for (int i = 0; i < count; i++) {
            Article article = articles.article(next++);
            producer.send(new ProducerRecord<>(
                    Topics.ARTICLES.name(Topics.DEFAULT_PREFIX),
                    SitePartitions.of(article.pipeline().site(), partitions),
                    article.id(),
                    article));
        }
        producer.flush();
    }

    /** Reads what has arrived, for as long as {@code wait} when there is nothing. */
    void poll(Duration wait) {
        consumer.poll(wait).forEach(record -> arrived.set(InventedArticles.number(record.key())));
    }

    /** How many articles have arrived. */
    int arrived() {
        return arrived.cardinality();
    }

    /** Whether one with this number or a higher one has arrived. */
    boolean hasArrivedFrom(int number) {
        return arrived.length() > number;
    }

    @Override
    public void close() {
        consumer.close();
        producer.close(Duration.ZERO);
    }
}
