package io.copydesk.standalone.command;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.fetch.FetchService;
import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.TopicProvisioner;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.deadletter.OpenDeadLetters;
import io.copydesk.standalone.demo.SamplePages;
import io.copydesk.standalone.demo.SampleWeb;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.pipeline.TestKafka;
import io.copydesk.standalone.replay.PageFeed;
import io.copydesk.standalone.subscriptions.Subscriptions;
import io.copydesk.verify.state.FinalState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records that no part of the pipeline wrote, in every topic, on a broker with Kafka's default size limits: no service ends, no command
 * fails, and each of them is in the dead letters or in a warning.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PoisonIT {

    @RegisterExtension
    static final TestKafka KAFKA = new TestKafka();

    private static final int PARTITIONS = 2;
    private static final String LONG = words(5 * 1024 * 1024);
    private static final byte[] GARBAGE = {(byte) 0xff, 0, '{', (byte) 0x80, '\n', '"'};

    /** A value that its topic takes, with room for a long text. */
    private static final Map<Topic<?>, String> VALID = Map.ofEntries(
            entry(Topics.SUBSCRIPTIONS, "{'url':'https://poison.example/feed','title':'%s'}"),
            entry(Topics.LINKS, "{'url':'https://poison.example/1','target':'page','title':'%s'}"),
            entry(
                    Topics.FETCH_REQUESTS,
                    "{'id':'poison','url':'https://poison.example/2','target':'page','etag':'%s',"
                            + "'startBefore':9000000000000}"),
            entry(
                    Topics.FETCH_OUTCOMES,
                    "{'requestId':'poison','url':'https://poison.example/3','target':'page','result':'denied',"
                            + "'contentType':'%s'}"),
            entry(Topics.FEED_STATUS, "{'url':'https://poison.example/feed','health':'ok','why':'none','title':'%s'}"),
            entry(
                    Topics.ARTICLES,
                    "{'@context':'https://schema.org','@type':'NewsArticle','@id':'poison','articleBody':'%s',"
                            + "'version':1,'pipeline':{'inputId':'poison','site':'poison.example','textDigest':'t',"
                            + "'contentDigest':'c','extractor':'e','access':{'state':'free'}}}"),
            entry(
                    Topics.DEAD_LETTERS,
                    "{'id':'poison','stage':'clean','reason':'poison','detail':'%s','bytes':'','length':-1}"),
            entry(Topics.LEDGER, "{'inputId':'poison','outcome':'dead-letter','reason':'%s'}"));

    /** The topics that a service reads. */
    private static final List<Topic<?>> READ = List.of(
            Topics.SUBSCRIPTIONS,
            Topics.LINKS,
            Topics.FETCH_REQUESTS,
            Topics.FETCH_OUTCOMES,
            Topics.PAGES,
            Topics.ARTICLES);

    private final Set<String> expectedLetters = new TreeSet<>();
    private final Set<String> expectedWarnings = new TreeSet<>();

    @TempDir
    private Path folder;

    @Test
    void poisonInEveryTopicEndsNothingAndIsReported() throws Exception {
        List<Page> pages = SamplePages.load();
        Set<String> undisturbed = ledger(pages, KAFKA.options(PARTITIONS), "undisturbed");
        PipelineOptions options = KAFKA.options(PARTITIONS);
        poison(options);

        Set<String> poisoned = ledger(pages, options, "poisoned");

        assertThat(poisoned).as("entries of the clean corpus").containsAll(undisturbed);
        watchesAllTheSame(options);
        commandsReportWhatTheyCannotRead(options);
    }

    @Test
    void limitsOfTopicsThatExistAreRaised() throws Exception {
        PipelineOptions options = KAFKA.options(1);
        String catalogue = Topics.ARTICLES.name(options.prefix());
        String internal = "copydesk-" + options.prefix() + "enrich-versions-changelog";
        String foreign = "copydesk-" + options.prefix() + "enrich.other";
        String low = "1000000";
        try (Admin admin = Admin.create(client())) {
            admin.createTopics(Stream.of(catalogue, internal, foreign)
                            .map(name -> new NewTopic(name, 1, (short) 1).configs(Map.of("max.message.bytes", low)))
                            .toList())
                    .all()
                    .get();
            // The controller has created them; the broker that is asked knows them a moment later.
            for (String topic : List.of(catalogue, internal, foreign)) {
                awaitLimit(admin, topic, low);
            }

            new TopicProvisioner(admin, options.prefix()).provision(1);

            String raised = Integer.toString(Topics.MAX_RECORD_BYTES);
            awaitLimit(admin, catalogue, raised);
            awaitLimit(admin, internal, raised);
            assertThat(limit(admin, foreign)).isEqualTo(low);
        }
    }

    /** The controller has the new limit at once, the broker that is asked a moment later. */
    private static void awaitLimit(Admin admin, String topic, String expected) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!limit(admin, topic).equals(expected) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(limit(admin, topic)).as(topic).isEqualTo(expected);
    }

    /** Empty for a topic that the broker does not know yet. */
    private static String limit(Admin admin, String topic) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            return admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get("max.message.bytes")
                    .value();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return "";
            }
            throw e;
        }
    }

    /** The lines of the ledger of these pages after all of them have passed. */
    private Set<String> ledger(List<Page> pages, PipelineOptions options, String name) throws Exception {
        Path out = folder.resolve(name);
        try (LocalPipeline pipeline = LocalPipeline.start(options);
                PageFeed feed = new PageFeed(client(), options.prefix())) {
            pages.forEach(feed::page);
            feed.flush();
            pipeline.awaitSettled(open -> {});
            pipeline.requireAlive();
            try (FinalState state = FinalState.read(pipeline.reader(), options.prefix())) {
                assertThat(state.ledger()
                                .missing(pages.stream().map(Page::inputId).toList()))
                        .isZero();
                state.write(out);
            }
        }
        return Set.copyOf(Files.readAllLines(out.resolve("ledger.jsonl")));
    }

    private void watchesAllTheSame(PipelineOptions options) throws Exception {
        FrontierSettings hurried = FrontierSettings.defaults().toBuilder()
                .hostDelay(Duration.ofMillis(20))
                .firstPollSpacing(Duration.ZERO)
                .build();
        try (SampleWeb web = SampleWeb.start(Instant.now());
                LocalPipeline pipeline = LocalPipeline.start(options)) {
            FetchService fetching =
                    pipeline.watch(hurried, FetchSettings.defaults().onLoopback(List.of(web.port())), web.resolver());
            try (Subscriptions subscriptions = new Subscriptions(pipeline.cluster(), options.prefix(), PARTITIONS)) {
                web.feeds().forEach(url -> subscriptions.add(new Subscription(url, null, null, null)));
                subscriptions.flush();
            }
            long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
            while ((fetching.made() < 50 || !letters(options).containsAll(expectedLetters))
                    && System.nanoTime() < end) {
                pipeline.requireAlive();
            }
            pipeline.awaitSettled(open -> {});
            pipeline.requireAlive();
            assertThat(fetching.made()).as("requests").isGreaterThanOrEqualTo(50);
            assertThat(letters(options)).as("origins of dead letters").containsAll(expectedLetters);
        }
    }

    private void commandsReportWhatTheyCannotRead(PipelineOptions options) {
        String err = standardError(() -> {
            for (Topic<?> topic : Topics.all()) {
                String form = topic.value() == null ? "--warc" : "--json";
                // tail --warc prints its warnings to the console, which the test captures; the others are logged.
                String printed = run(options, "tail", topic.name(), form).err();
                expectedWarnings.removeIf(printed::contains);
            }
            run(options, "tail", "articles");
            assertThat(run(options, "feeds", "list").out()).contains("poison.example");
            run(options, "feeds", "status", "https://poison.example/feed");
            assertThat(run(options, "dead-letters", "list").out()).contains("unreadable");
            run(options, "dead-letters", "retry");
        });
        assertThat(expectedWarnings).as("warnings on standard error").allMatch(err::contains);
    }

    private static CommandLineRun run(PipelineOptions options, String... arguments) {
        Stream<String> cluster =
                Stream.of("--bootstrap-servers", KAFKA.bootstrapServers(), "--prefix", options.prefix());
        CommandLineRun run =
                CommandLineRun.of(Stream.concat(Stream.of(arguments), cluster).toArray(String[]::new));
        assertThat(run.exitCode()).as(String.join(" ", arguments) + run.err()).isZero();
        return run;
    }

    private static String standardError(Runnable commands) {
        PrintStream console = System.err;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try {
            commands.run();
        } finally {
            System.setErr(console);
        }
        return captured.toString(StandardCharsets.UTF_8);
    }

    private static Set<String> letters(PipelineOptions options) throws IOException {
        return OpenDeadLetters.read(client(), options.prefix(), letter -> letter.originOffset() != null).stream()
                .map(DeadLetter::origin)
                .collect(Collectors.toSet());
    }

    private void poison(PipelineOptions options) throws Exception {
        Properties settings = client();
        settings.put("max.request.size", Integer.toString(Topics.MAX_RECORD_BYTES));
        try (Admin admin = Admin.create(client());
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            new TopicProvisioner(admin, options.prefix()).provision(PARTITIONS);
            for (Topic<?> topic : Topics.all()) {
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    poison(producer, topic, topic.name(options.prefix()), partition);
                }
            }
        }
    }

    private void poison(KafkaProducer<byte[], byte[]> producer, Topic<?> topic, String name, int partition)
            throws Exception {
        byte[] key = utf8("https://poison.example/feed");
        expect(topic, true, send(producer, name, partition, key, GARBAGE));
        expect(topic, true, send(producer, name, partition, key, utf8(unknownEnum(topic))));
        expect(topic, !topic.hasTombstones(), send(producer, name, partition, key, null));
        if (topic.hasTombstones()) {
            assertThat(refused(producer, name, partition)).isInstanceOf(InvalidRecordException.class);
        } else {
            expect(topic, true, send(producer, name, partition, null, GARBAGE));
        }
        expect(
                topic,
                !VALID.containsKey(topic) && topic.value() != null,
                send(producer, name, partition, key, large(topic)));
    }

    private static @Nullable Throwable refused(KafkaProducer<byte[], byte[]> producer, String name, int partition)
            throws InterruptedException {
        try {
            send(producer, name, partition, null, GARBAGE);
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    private void expect(Topic<?> topic, boolean reported, RecordMetadata stored) {
        String position = stored.topic() + "-" + stored.partition() + "@" + stored.offset();
        if (reported && READ.contains(topic)) {
            expectedLetters.add(position);
        }
        // A page without a value is not written to a WARC file, and needs no warning.
        if (reported && !(topic.value() == null && stored.serializedValueSize() <= 0)) {
            expectedWarnings.add("unreadable record in " + position);
        }
    }

    private static RecordMetadata send(
            KafkaProducer<byte[], byte[]> producer,
            String name,
            int partition,
            byte @Nullable [] key,
            byte @Nullable [] value)
            throws ExecutionException, InterruptedException {
        return producer.send(new ProducerRecord<>(name, partition, key, value)).get();
    }

    private static String unknownEnum(Topic<?> topic) {
        String valid = VALID.getOrDefault(topic, "{'poem':1}").replace('\'', '"');
        return valid.replaceAll("\"(target|result|health|stage|outcome|state)\":\"[a-z-]+\"", "\"$1\":\"poem\"")
                .replace("\"title\":\"%s\"}", "\"title\":[]}");
    }

    private static byte[] large(Topic<?> topic) {
        if (topic.value() == null) {
            byte[] html = utf8("<html><title>Long</title><p>" + LONG.substring(0, 5_000_000) + "</p></html>");
            return WarcPages.encode(
                    Page.resource("poison", "https://poison.example/long", Instant.EPOCH, "text/html", "utf-8", html));
        }
        return utf8(
                VALID.getOrDefault(topic, "{'poem':'%s'}").replace('\'', '"').replace("%s", LONG));
    }

    /** Words of an invented language, in lines that do not repeat. */
    private static String words(int length) {
        StringBuilder text = new StringBuilder(length);
        IntStream.iterate(0, i -> text.length() < length, i -> i + 1)
                .forEach(i -> text.append(Integer.toString(i * 7919, 36)).append(i % 12 == 11 ? ". " : " "));
        return text.substring(0, length);
    }

    private static Properties client() {
        Properties client = new Properties();
        client.put("bootstrap.servers", KAFKA.bootstrapServers());
        return client;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
