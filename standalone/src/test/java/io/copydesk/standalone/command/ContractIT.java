package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.page.Page;
import io.copydesk.kit.lineage.Lineage;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Promise;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.demo.SamplePages;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.pipeline.TestKafka;
import io.copydesk.standalone.replay.PageFeed;
import io.copydesk.verify.contract.BrokenPromises;
import io.copydesk.verify.contract.Freshness;
import io.copydesk.verify.state.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code contract check} says of a run, and of one promise after the other that is broken on purpose. */
class ContractIT {

    @RegisterExtension
    static final TestKafka KAFKA = new TestKafka();

    private final PipelineOptions options = KAFKA.options(2);
    private final List<String> planted = new ArrayList<>();
    private int ids;

    @Test
    void everyBrokenPromiseIsFoundAndNoOther() throws Exception {
        run();
        finds();
        Properties client = new Properties();
        client.put("bootstrap.servers", KAFKA.bootstrapServers());
        List<ConsumerRecord<byte[], byte[]>> stories = read(client, Topics.STORIES);
        ConsumerRecord<byte[], byte[]> story = stories.get(stories.size() - 1);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> bad = copy(story, story.partition(), null);
            producer.send(new ProducerRecord<>(
                            bad.topic(), bad.partition(), bytes("urn:planted"), bytes("{\"id\": 17}"), bad.headers()))
                    .get();
            finds(Promise.SCHEMA);

            ProducerRecord<byte[], byte[]> bare = copy(story, story.partition(), null);
            bare.headers().remove("copydesk-cause");
            producer.send(bare).get();
            finds(Promise.HEADERS);

            ProducerRecord<byte[], byte[]> twice = copy(story, story.partition(), null);
            twice.headers().remove("ce_id").add(story.headers().lastHeader("ce_id"));
            producer.send(twice).get();
            finds(Promise.EVENTS);

            producer.send(copy(story, 1 - story.partition(), null)).get();
            finds(Promise.KEYS);

            producer.send(firstOfTwoVersions(read(client, Topics.ARTICLES))).get();
            finds(Promise.ORDER);

            ProducerRecord<byte[], byte[]> page = new ProducerRecord<>(
                    Topics.PAGES.name(options.prefix()),
                    0,
                    System.currentTimeMillis() - Duration.ofHours(2).toMillis(),
                    bytes("quay.example"),
                    bytes("of a service that is away"));
            Lineage.mark(page.headers(), "an input that nobody took");
            producer.send(page).get();
            finds(Promise.LEDGER);
        }
    }

    @Test
    void articlesThatComeLateAreFound() throws Exception {
        run();
        Properties client = new Properties();
        client.put("bootstrap.servers", KAFKA.bootstrapServers());
        ConsumerRecord<byte[], byte[]> article =
                read(client, Topics.ENRICHED_ARTICLES).get(0);
        long now = System.currentTimeMillis();

        assertThat(follow(client, copy(article, article.partition(), now)).count(Promise.FRESHNESS))
                .isZero();
        assertThat(follow(client, copy(article, article.partition(), now - 3_600_000))
                        .examples(Promise.FRESHNESS))
                .singleElement()
                .asString()
                .contains("not 60 s");
    }

    @Test
    void theContractIsShown() throws Exception {
        assertThat(Json.tree(CommandLineRun.of("contract", "show").out())
                        .path("kind")
                        .asText())
                .isEqualTo("DataContract");
        assertThat(Json.tree(CommandLineRun.of("contract", "show", "--async-api")
                                .out())
                        .path("asyncapi")
                        .asText())
                .isEqualTo("3.1.0");
        assertThat(CommandLineRun.of("contract").exitCode()).isEqualTo(2);
    }

    private void run() throws InterruptedException {
        List<Page> pages = SamplePages.load();
        try (LocalPipeline pipeline = LocalPipeline.start(options)) {
            try (PageFeed feed = new PageFeed(pipeline.cluster().clients(), pipeline.prefix())) {
                pages.forEach(feed::page);
                feed.flush();
            }
            pipeline.awaitSettled(open -> {});
        }
    }

    /** The check finds what was planted before, and this. */
    private void finds(Promise... more) {
        for (Promise promise : more) {
            planted.add(promise.label());
        }
        CommandLineRun run = CommandLineRun.of(
                "contract", "check", "--bootstrap-servers", KAFKA.bootstrapServers(), "--prefix", options.prefix());
        TreeSet<String> found = new TreeSet<>();
        run.report().forEach((label, count) -> {
            if (count.matches("[1-9][0-9]*")) {
                found.add(label);
            }
        });
        assertThat(found).as(run.err()).isEqualTo(new TreeSet<>(planted));
        assertThat(run.exitCode()).isEqualTo(planted.isEmpty() ? 0 : 1);
        assertThat(run.report()).containsEntry("verdict", planted.isEmpty() ? "holds" : "BROKEN");
        assertThat(run.report()).containsEntry("freshness", "not measured");
    }

    private BrokenPromises follow(Properties client, ProducerRecord<byte[], byte[]> arrives) {
        Freshness freshness = new Freshness(System::currentTimeMillis);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            freshness.follow(client, arrives.topic(), () -> producer.send(arrives), () -> freshness.count() == 0);
        }
        BrokenPromises broken = new BrokenPromises();
        freshness.end(broken);
        return broken;
    }

    private List<ConsumerRecord<byte[], byte[]>> read(Properties client, Topic<?> topic) throws Exception {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        new TopicReader(client).read(topic.name(options.prefix()), false, record -> {
            if (record.value() != null) {
                records.add(record);
            }
            return true;
        });
        return records;
    }

    /** The first version of an article that has a second one, in its place again. */
    private ProducerRecord<byte[], byte[]> firstOfTwoVersions(List<ConsumerRecord<byte[], byte[]>> articles)
            throws Exception {
        Map<String, ConsumerRecord<byte[], byte[]>> first = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> article : articles) {
            int version = Json.tree(article.value()).get("version").intValue();
            String key = new String(article.key(), StandardCharsets.UTF_8);
            if (version == 1) {
                first.put(key, article);
            } else if (first.containsKey(key)) {
                return copy(first.get(key), article.partition(), null);
            }
        }
        throw new IllegalStateException("the sample has no article with two versions");
    }

    /** The same record with an id of its own. */
    private ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> record, int partition, Long timestamp) {
        ProducerRecord<byte[], byte[]> copy =
                new ProducerRecord<>(record.topic(), partition, timestamp, record.key(), record.value());
        Headers headers = copy.headers();
        record.headers().forEach(headers::add);
        headers.remove("ce_id").add("ce_id", bytes("planted " + ids++));
        return copy;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
