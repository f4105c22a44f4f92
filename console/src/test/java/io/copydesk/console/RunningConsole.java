package io.copydesk.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.broker.EmbeddedBroker;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.topics.LosslessProducer;
import io.copydesk.kit.topics.TopicSettings;
import io.copydesk.kit.topics.TopicsOnCluster;
import io.copydesk.schemas.Compression;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topic;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A broker with topics, a console over them, and a client of its HTTP. For one thread. */
final class RunningConsole implements AutoCloseable {

    static final String PREFIX = "news.";
    static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PROMISED_MILLIS = 1_000;
    private static final int ATTEMPTS = 5;

    private final Path folder;
    private final EmbeddedBroker broker;
    private final KafkaSettings kafka;
    private final KafkaProducer<byte[], byte[]> producer;
    private final HttpClient http = HttpClient.newHttpClient();
    private ConsoleService console;

    RunningConsole(Path folder, ConsoleSettings settings) throws InterruptedException {
        this.folder = folder;
        broker = EmbeddedBroker.start(folder.resolve("broker"));
        kafka = KafkaSettings.of(broker.bootstrapServers());
        TopicsOnCluster.ensure(kafka, new TopicSettings(PREFIX, PARTITIONS, Compression.GZIP));
        Properties properties = kafka.producer();
        LosslessProducer.configure(properties);
        producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        console = started(settings);
    }

    static ConsoleSettings anyPort() {
        return ConsoleSettings.defaults().withBind("127.0.0.1:0");
    }

    private ConsoleService started(ConsoleSettings settings) throws InterruptedException {
        ConsoleService service =
                new ConsoleService(PREFIX, PARTITIONS, settings, kafka, folder.resolve("state"), Clock.systemUTC());
        service.start();
        return service;
    }

    /** Stops the console and starts it again on the same folder. */
    void restart(ConsoleSettings settings) throws InterruptedException {
        console.close();
        console = started(settings);
    }

    KafkaSettings kafka() {
        return kafka;
    }

    ConsoleService service() {
        return console;
    }

    void publish(Topic<?> topic, String key, @Nullable Object value, Map<String, String> headers) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic.name(PREFIX), utf8(key), value == null ? null : Json.bytes(value));
        headers.forEach((name, text) -> record.headers().add(name, utf8(text)));
        producer.send(record);
        producer.flush();
    }

    void publish(Topic<?> topic, String key, @Nullable Object value) {
        publish(topic, key, value, Map.of());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path).GET());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return Json.tree(answer.body());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(console.url() + path.substring(1)))
                .timeout(PATIENCE);
    }

    /** A change as the console's own pages send it. */
    HttpResponse<String> change(String path, Object body) throws IOException, InterruptedException {
        return send(request(path)
                .header("X-Copydesk-Console", "1")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body))));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpClient http() {
        return http;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Waits until it holds, and returns after how many milliseconds it did. */
    static long await(Callable<Boolean> condition) throws Exception {
        long begun = System.nanoTime();
        while (!condition.call()) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new AssertionError("not within " + PATIENCE);
            }
            LockSupport.parkNanos(10_000_000);
        }
        return (System.nanoTime() - begun) / 1_000_000;
    }

    /** Makes something seen, and tells after how many milliseconds it was. */
    interface Attempt {
        long millis(int number) throws Exception;
    }

    /** One of a few attempts takes less than a second: a machine that builds meanwhile may hold up one or the other. */
    static void assertIsQuick(Attempt attempt) throws Exception {
        long least = Long.MAX_VALUE;
        for (int number = 1; number <= ATTEMPTS && least >= PROMISED_MILLIS; number++) {
            least = Math.min(least, attempt.millis(number));
        }
        assertThat(least).isLessThan(PROMISED_MILLIS);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        console.close();
        producer.close();
        broker.close();
    }
}
