package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.command.PlantedFaults.Entry;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
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
        PlantedFaults planted = new PlantedFaults(records);
        return List.of(
                fault("a lost article", Topics.ARTICLES, planted::withoutTheFirst, Rule.OUTPUT_MISSING),
                fault("the lost tail of the articles", Topics.ARTICLES, planted::withoutTheLast, Rule.TOPICS_DIFFER),
                fault("the lost tail of the ledger", Topics.LEDGER, planted::withoutTheLast, Rule.INPUT_LOST),
                fault(
                        "the lost tail of the enriched",
                        Topics.ENRICHED_ARTICLES,
                        planted::withoutTheLast,
                        Rule.TOPICS_DIFFER),
                fault("the lost tail of the stories", Topics.STORIES, planted::withoutTheLast, Rule.TOPICS_DIFFER),
                fault("the lost tail of the revisions", Topics.REVISIONS, planted::withoutTheLast, Rule.STATE_DIFFERS),
                fault(
                        "the lost tail of the duplicates",
                        Topics.DUPLICATES,
                        planted::withoutTheLast,
                        Rule.STATE_DIFFERS),
                fault("a lost duplicate", Topics.DUPLICATES, planted::withoutTheFirst, Rule.TOPICS_DIFFER),
                fault("a duplicate of another work", Topics.DUPLICATES, planted::ofAnotherWork, Rule.TOPICS_DIFFER),
                fault(
                        "the lost tombstone of a merged story",
                        Topics.STORIES,
                        planted::withMergedStory,
                        Rule.TOPICS_DIFFER),
                fault("a line of the ledger that ends", Topics.LEDGER, planted::firstEnds, Rule.INPUT_LOST),
                fault("an article that ends", Topics.ARTICLES, planted::firstEnds, Rule.OUTPUT_MISSING),
                fault("a record with a required field less", Topics.LEDGER, planted::withEmptyObject, Rule.UNREADABLE),
                fault("a lost dead letter", Topics.DEAD_LETTERS, planted::withoutTheFirst, Rule.OUTPUT_MISSING),
                fault("a doubled article", Topics.ARTICLES, planted::firstTwice, Rule.RECORD_TWICE),
                fault("a doubled story", Topics.STORIES, planted::firstTwice, Rule.RECORD_TWICE),
                fault("two versions that changed places", Topics.ARTICLES, planted::swapVersions, Rule.ORDER),
                fault("an old version again", Topics.ARTICLES, planted::oldVersionAtTheEnd, Rule.ORDER),
                fault("an article of no input", Topics.ARTICLES, planted::withGhost, Rule.INPUT_INVENTED),
                fault("a second article of an input", Topics.LEDGER, planted::withSecondInput, Rule.INPUT_TWICE),
                fault("a dead letter of an article", Topics.DEAD_LETTERS, planted::withLetter, Rule.INPUT_TWICE),
                fault("a record that is no JSON", Topics.STORIES, planted::withGarbage, Rule.UNREADABLE));
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
        String copy = copy(Topics.DEAD_LETTERS, new PlantedFaults(records)::withLetter);

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
