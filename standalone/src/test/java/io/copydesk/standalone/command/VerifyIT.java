package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.demo.SamplePages;
import io.copydesk.standalone.pipeline.TestKafka;
import io.copydesk.verify.check.Findings;
import io.copydesk.verify.check.Reference;
import io.copydesk.verify.check.Rule;
import io.copydesk.verify.check.SubscriberLog;
import io.copydesk.verify.check.Truth;
import io.copydesk.verify.check.Verification;
import io.copydesk.verify.state.TopicReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that left the right topics holds; the same topics with one fault do not, and the rule that is broken is named. */
class VerifyIT {

    @RegisterExtension
    static final TestKafka KAFKA = new TestKafka();

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @TempDir
    private static Path folder;

    private static Path corpus;
    private static Path reference;
    private static String undisturbed;
    private static Set<String> inputs;

    /** The records of the undisturbed run. */
    private static Map<Topic<?>, List<Entry>> records;

    /** A record as it lies in a topic. */
    private record Entry(int partition, byte[] key, byte[] value) {
        Entry with(String newKey, byte[] newValue) {
            return new Entry(partition, newKey.getBytes(StandardCharsets.UTF_8), newValue);
        }

        Article article() {
            try {
                return Json.read(value, Article.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @BeforeAll
    static void replayTheSample() throws IOException {
        corpus = folder.resolve("sample.warc");
        inputs = new HashSet<>();
        try (OutputStream out = Files.newOutputStream(corpus)) {
            for (Page page : SamplePages.load()) {
                out.write(WarcPages.encode(page));
                inputs.add(page.inputId());
            }
        }
        reference = folder.resolve("reference");
        undisturbed = KAFKA.newPrefix();
        CommandLineRun run = CommandLineRun.of(
                "replay",
                corpus.toString(),
                "--with-services",
                "--bootstrap-servers",
                KAFKA.bootstrapServers(),
                "--prefix",
                undisturbed,
                "--partitions",
                "1",
                "--out",
                reference.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        records = read();
    }

    @Test
    void anUndisturbedRunHolds() {
        CommandLineRun run = CommandLineRun.of(
                "verify",
                corpus.toString(),
                "--bootstrap-servers",
                KAFKA.bootstrapServers(),
                "--prefix",
                undisturbed,
                "--reference",
                reference.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.report()).containsEntry("verdict", "holds").containsEntry("input-lost", "0");
    }

    @Test
    void aCopyOfItsTopicsHoldsSoThatWhatFollowsIsFoundForItsFaultAlone() throws Exception {
        Findings findings = verify(copy(Topics.ARTICLES, UnaryOperator.identity()), true, null);

        assertThat(findings.count()).isZero();
    }

    static List<Arguments> faults() {
        return List.of(
                fault("a lost article", Topics.ARTICLES, VerifyIT::withoutTheFirst, Rule.OUTPUT_MISSING),
                fault("the lost tail of the articles", Topics.ARTICLES, VerifyIT::withoutTheLast, Rule.TOPICS_DIFFER),
                fault("the lost tail of the ledger", Topics.LEDGER, VerifyIT::withoutTheLast, Rule.INPUT_LOST),
                fault(
                        "the lost tail of the enriched",
                        Topics.ENRICHED_ARTICLES,
                        VerifyIT::withoutTheLast,
                        Rule.TOPICS_DIFFER),
                fault("the lost tail of the stories", Topics.STORIES, VerifyIT::withoutTheLast, Rule.TOPICS_DIFFER),
                fault("the lost tail of the revisions", Topics.REVISIONS, VerifyIT::withoutTheLast, Rule.STATE_DIFFERS),
                fault(
                        "the lost tail of the duplicates",
                        Topics.DUPLICATES,
                        VerifyIT::withoutTheLast,
                        Rule.STATE_DIFFERS),
                fault("a lost dead letter", Topics.DEAD_LETTERS, VerifyIT::withoutTheFirst, Rule.OUTPUT_MISSING),
                fault("a doubled article", Topics.ARTICLES, VerifyIT::firstTwice, Rule.RECORD_TWICE),
                fault("a doubled story", Topics.STORIES, VerifyIT::firstTwice, Rule.RECORD_TWICE),
                fault("two versions that changed places", Topics.ARTICLES, VerifyIT::swapVersions, Rule.ORDER),
                fault("an old version again", Topics.ARTICLES, VerifyIT::oldVersionAtTheEnd, Rule.ORDER),
                fault("an article of no input", Topics.ARTICLES, VerifyIT::withGhost, Rule.INPUT_INVENTED),
                fault("a second article of an input", Topics.LEDGER, VerifyIT::withSecondInput, Rule.INPUT_TWICE),
                fault("a dead letter of an article", Topics.DEAD_LETTERS, VerifyIT::withLetter, Rule.INPUT_TWICE),
                fault("a record that is no JSON", Topics.STORIES, VerifyIT::withGarbage, Rule.UNREADABLE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aPlantedFaultIsFound(String name, Topic<?> topic, UnaryOperator<List<Entry>> fault, Rule rule)
            throws Exception {
        Findings findings = verify(copy(topic, fault), rule == Rule.STATE_DIFFERS, null);

        assertThat(findings.count(rule)).as(name).isPositive();
    }

    @Test
    void aDeadLetterThatWasNotExpectedIsFound() throws Exception {
        String copy = copy(Topics.DEAD_LETTERS, VerifyIT::withLetter);

        assertThat(verify(copy, false, null).examples(Rule.DEAD_LETTER))
                .singleElement()
                .asString()
                .contains("planted");
    }

    @Test
    void aTransactionThatStaysOpenIsFound() throws Exception {
        String copy = copy(Topics.STORIES, UnaryOperator.identity());
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of("transactional.id", copy))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(Topics.STORIES.name(copy), 0, new byte[] {1}, null))
                    .get();

            Findings findings = verify(copy, false, null);

            assertThat(findings.examples(Rule.TRANSACTION_HELD))
                    .singleElement()
                    .asString()
                    .startsWith(Topics.STORIES.name(copy) + "-0 from offset ");
            producer.abortTransaction();
        }
        assertThat(verify(copy, false, null).count()).isZero();
    }

    @Test
    void aSubscriberThatGotOtherRecordsIsFound() throws Exception {
        Path seen = folder.resolve("seen");
        int[] looks = new int[1];
        while (!Files.exists(seen) || Files.readAllLines(seen).size() < 50) {
            looks[0] = 0;
            SubscriberLog.record(client(), undisturbed, seen, () -> looks[0]++ > 3);
        }
        assertThat(verify(undisturbed, false, seen).count()).isZero();

        List<String> lines = new ArrayList<>(Files.readAllLines(seen));
        lines.removeIf(String::isEmpty);
        String[] fields = lines.get(1).split("\t");
        lines.set(1, lines.get(1).replace("\t" + fields[4] + "\t.", "\t1\t."));
        lines.add(fields[0] + "\t" + fields[1] + "\t1000000\t5\t6\t.");
        lines.add("ledger\t0\t77");
        lines.remove(0);
        Path wrong = Files.write(folder.resolve("wrong"), lines);

        assertThat(verify(undisturbed, false, wrong).examples(Rule.SUBSCRIBER_DIFFERS))
                .anyMatch(example -> example.endsWith("was not read"))
                .anyMatch(example -> example.endsWith("with another content"))
                .anyMatch(example -> example.endsWith("@1000000 was read and is not there"));
    }

    private static Arguments fault(String name, Topic<?> topic, UnaryOperator<List<Entry>> fault, Rule rule) {
        return arguments(name, topic, fault, rule);
    }

    private static Findings verify(String prefix, boolean withReference, Path seen) throws Exception {
        Truth truth =
                new Truth(inputs, Reference.deadLetters(reference), withReference ? reference : null, seen, false);
        return Verification.of(client(), prefix, truth, PATIENCE);
    }

    /** Copies all topics of the undisturbed run to a new prefix, one of them with a fault. */
    private static String copy(Topic<?> faulty, UnaryOperator<List<Entry>> fault)
            throws ExecutionException, InterruptedException {
        String prefix = KAFKA.newPrefix();
        try (Admin admin = Admin.create(client());
                KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            admin.createTopics(topics().stream()
                            .map(topic -> new NewTopic(topic.name(prefix), 1, (short) 1).configs(topic.settings()))
                            .toList())
                    .all()
                    .get();
            for (Topic<?> topic : topics()) {
                List<Entry> entries = records.get(topic);
                for (Entry entry : topic.equals(faulty) ? fault.apply(entries) : entries) {
                    producer.send(
                            new ProducerRecord<>(topic.name(prefix), entry.partition(), entry.key(), entry.value()));
                }
            }
        }
        return prefix;
    }

    private static List<Topic<?>> topics() {
        List<Topic<?>> topics = new ArrayList<>(Topics.published());
        topics.addAll(List.of(Topics.LEDGER, Topics.DEAD_LETTERS));
        return topics;
    }

    private static Map<Topic<?>, List<Entry>> read() throws IOException {
        Map<Topic<?>, List<Entry>> read = new HashMap<>();
        for (Topic<?> topic : topics()) {
            List<Entry> entries = new ArrayList<>();
            new TopicReader(client()).read(topic.name(undisturbed), false, record -> entries.add(entry(record)));
            read.put(topic, entries);
        }
        return Map.copyOf(read);
    }

    private static Entry entry(ConsumerRecord<byte[], byte[]> record) {
        return new Entry(record.partition(), record.key(), record.value());
    }

    private static List<Entry> withoutTheFirst(List<Entry> entries) {
        return entries.subList(1, entries.size());
    }

    private static List<Entry> withoutTheLast(List<Entry> entries) {
        return entries.subList(0, entries.size() - 1);
    }

    private static List<Entry> firstTwice(List<Entry> entries) {
        List<Entry> changed = new ArrayList<>(entries);
        changed.add(0, entries.get(0));
        return changed;
    }

    private static List<Entry> swapVersions(List<Entry> entries) {
        List<Entry> changed = new ArrayList<>(entries);
        Entry second = second(entries);
        int first = indexOf(entries, second.article().id(), 1);
        Collections.swap(changed, first, entries.indexOf(second));
        return changed;
    }

    private static List<Entry> oldVersionAtTheEnd(List<Entry> entries) {
        List<Entry> changed = new ArrayList<>(entries);
        changed.add(entries.get(indexOf(entries, second(entries).article().id(), 1)));
        return changed;
    }

    private static Entry second(List<Entry> articles) {
        return articles.stream()
                .filter(entry -> entry.article().version() == 2)
                .findFirst()
                .orElseThrow();
    }

    private static int indexOf(List<Entry> articles, String id, int version) {
        for (int i = 0; i < articles.size(); i++) {
            Article article = articles.get(i).article();
            if (article.id().equals(id) && article.version() == version) {
                return i;
            }
        }
        throw new AssertionError("no version " + version + " of " + id);
    }

    private static List<Entry> withGhost(List<Entry> entries) {
        Article article = entries.get(0).article();
        Article ghost = article.toBuilder()
                .id("urn:copydesk:article:ghost")
                .pipeline(article.pipeline().toBuilder().inputId("ghost").build())
                .build();
        return added(entries, entries.get(0).with(ghost.id(), Json.bytes(ghost)));
    }

    /** The ledger's line of the first article, under the id of another input. */
    private static List<Entry> withSecondInput(List<Entry> entries) {
        List<Entry> articles = entries.stream()
                .filter(entry -> text(entry).contains("\"outcome\":\"article\""))
                .toList();
        String first = new String(articles.get(0).key(), StandardCharsets.UTF_8);
        String other = new String(articles.get(1).key(), StandardCharsets.UTF_8);
        byte[] line = text(articles.get(0)).replace(first, other).getBytes(StandardCharsets.UTF_8);
        return added(entries, articles.get(1).with(other, line));
    }

    /** A dead letter of an input that is an article. */
    private static List<Entry> withLetter(List<Entry> entries) {
        String input = records.get(Topics.ARTICLES).get(0).article().pipeline().inputId();
        DeadLetter letter = DeadLetter.builder()
                .id("planted-letter")
                .stage(Stage.CLEAN)
                .reason("planted")
                .detail("planted by a test")
                .inputId(input)
                .bytes(new byte[0])
                .build();
        return added(entries, new Entry(0, "planted-letter".getBytes(StandardCharsets.UTF_8), Json.bytes(letter)));
    }

    private static List<Entry> withGarbage(List<Entry> entries) {
        return added(entries, entries.get(0).with("garbage", new byte[] {7}));
    }

    private static List<Entry> added(List<Entry> entries, Entry entry) {
        return Stream.concat(entries.stream(), Stream.of(entry)).toList();
    }

    private static String text(Entry entry) {
        return new String(entry.value(), StandardCharsets.UTF_8);
    }

    private static Properties client() {
        Properties client = new Properties();
        client.put("bootstrap.servers", KAFKA.bootstrapServers());
        return client;
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, String> settings) {
        Properties all = client();
        all.putAll(settings);
        all.put("max.request.size", Topics.MAX_RECORD_BYTES);
        all.put("max.in.flight.requests.per.connection", 1);
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
