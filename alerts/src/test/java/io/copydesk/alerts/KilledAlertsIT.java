package io.copydesk.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.copydesk.broker.EmbeddedBroker;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.topics.LosslessProducer;
import io.copydesk.kit.topics.TopicSettings;
import io.copydesk.kit.topics.TopicsOnCluster;
import io.copydesk.schemas.Alert;
import io.copydesk.schemas.Alert.Kind;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Compression;
import io.copydesk.schemas.Decision;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Pipeline;
import io.copydesk.schemas.Sha256;
import io.copydesk.schemas.Story;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process that is killed while it works, with a receiver that fails at first and one that never answers. */
class KilledAlertsIT {

    private static final String PREFIX = "news.";
    private static final int ARTICLES = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void tellsOnceInTheTopicAndAtLeastOnceByWebhookOverAKill(@TempDir Path folder) throws Exception {
        HttpServer receiver = receiver();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"))) {
            KafkaSettings kafka = KafkaSettings.of(broker.bootstrapServers());
            TopicsOnCluster.ensure(kafka, new TopicSettings(PREFIX, 2, Compression.GZIP));
            Path rules = Files.writeString(
                    folder.resolve("alerts.yaml"), rules(receiver.getAddress().getPort()));
            Process service = start(folder, broker, rules);
            try {
                publish(kafka, 0, ARTICLES / 2);
                await(() -> !received.isEmpty());
                publish(kafka, ARTICLES / 2, ARTICLES);
                service.destroyForcibly().waitFor();
                service = start(folder, broker, rules);
                publishStory(kafka);
                TreeSet<String> due = due();
                await(() -> new TreeSet<>(received).containsAll(due));
            } finally {
                service.destroy();
                assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
            }
            List<Alert> alerts = alerts(kafka);

            assertThat(alerts.stream().map(Alert::id)).containsExactlyInAnyOrderElementsOf(due());
            assertThat(new TreeSet<>(received)).isEqualTo(due());
        } finally {
            receiver.stop(0);
        }
    }

    /** One alert for each second article, one for the story. */
    private static TreeSet<String> due() {
        TreeSet<String> ids = new TreeSet<>();
        for (int i = 0; i < ARTICLES; i += 2) {
            ids.add(Alert.id("strike", Kind.ARTICLE, "a" + i));
        }
        ids.add(Alert.id("wide", Kind.STORY, "a0"));
        return ids;
    }

    private static String rules(int port) {
        return """
                rules:
                - {name: strike, words: harbour strike}
                - {name: wide, story-sites: 3}
                webhooks:
                - {name: desk, url: "http://127.0.0.1:%d/desk", secret-env: DESK_SECRET}
                - {name: slow, url: "http://127.0.0.1:%d/slow", secret-env: DESK_SECRET}
                """.formatted(port, port);
    }

    /** The first three requests fail; what is sent to {@code /slow} is never answered. */
    private HttpServer receiver() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/desk", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (requests.incrementAndGet() <= 3) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                String id = exchange.getRequestHeaders().getFirst("webhook-id");
                assertThat(Json.read(body, Alert.class).id()).isEqualTo(id);
                received.add(id);
                exchange.sendResponseHeaders(204, -1);
            }
            exchange.close();
        });
        server.createContext("/slow", exchange -> {});
        server.start();
        return server;
    }

    private static Process start(Path folder, EmbeddedBroker broker, Path rules) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                AlertsMain.class.getName(),
                "--kafka.bootstrap.servers=" + broker.bootstrapServers(),
                "--kafka.consumer.session.timeout.ms=6000",
                "--topics.prefix=" + PREFIX,
                "--streams.state-dir=" + folder.resolve("state"),
                "--health.port=0",
                "--alerts.rules=" + rules,
                "--alerts.allow-private=true",
                "--alerts.per-hour=1000");
        builder.environment().put("DESK_SECRET", SECRET);
        File log = folder.resolve("service.log").toFile();
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private static void publish(KafkaSettings kafka, int from, int to) {
        try (KafkaProducer<byte[], byte[]> producer = producer(kafka)) {
            for (int i = from; i < to; i++) {
                Article article = article(i);
                send(producer, Topics.ENRICHED_ARTICLES, article.id(), article);
                send(producer, Topics.ENRICHED_ARTICLES, article.id(), article);
            }
        }
    }

    private static void publishStory(KafkaSettings kafka) {
        List<String> members = List.of("a0", "a1", "a2", "a3");
        try (KafkaProducer<byte[], byte[]> producer = producer(kafka)) {
            Story story = Story.builder()
                    .id("a0")
                    .works(members)
                    .members(members)
                    .memberCount(4)
                    .build();
            send(producer, Topics.STORIES, story.id(), story);
        }
    }

    private static <V> void send(KafkaProducer<byte[], byte[]> producer, Topic<V> topic, String key, V value) {
        producer.send(
                new ProducerRecord<>(topic.name(PREFIX), key.getBytes(StandardCharsets.UTF_8), Json.bytes(value)));
    }

    private static Article article(int i) {
        String headline = i % 2 == 0 ? "Harbour strike, day " + i : "Something else, day " + i;
        return Article.builder()
                .id("a" + i)
                .headline(headline)
                .articleBody(headline)
                .pipeline(Pipeline.builder()
                        .inputId("input " + i)
                        .site("site" + i % 3 + ".example")
                        .fetched(Instant.now().toString())
                        .textDigest(Sha256.hex(headline))
                        .contentDigest(Sha256.hex(headline))
                        .extractor("test")
                        .decision(new Decision("a" + i, "a0", List.of()))
                        .build())
                .build();
    }

    private static KafkaProducer<byte[], byte[]> producer(KafkaSettings kafka) {
        Properties settings = kafka.producer();
        LosslessProducer.configure(settings);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static List<Alert> alerts(KafkaSettings kafka) throws IOException {
        Properties settings = kafka.consumer();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        List<Alert> alerts = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ALERTS.name(PREFIX)).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    alerts.add(Json.read(record.value(), Alert.class));
                }
            }
        }
        return alerts;
    }

    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE + "; received " + received.size() + " of "
                        + due().size() + ": " + received.stream().limit(5).collect(Collectors.joining(", ")));
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
