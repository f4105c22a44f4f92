package io.copydesk.lab.bench;

import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.ingest.page.Page;
import io.copydesk.kit.topics.LosslessProducer;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.deadletter.OpenDeadLetters;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.replay.PageFeed;
import io.copydesk.verify.state.FinalState;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * What records that no part of the pipeline wrote cost the others: the same invented inputs through all services and the embedded
 * broker, alone, beside such records in every topic that a service reads, and beside as many sound records in the same topics. The
 * frontier and the fetcher have nothing else to do, and each record there, sound or not, is a transaction that inputs alone do not
 * cause. For one thread.
 */
public final class PoisonedPipeline {

    private static final int PARTITIONS = 3;
    private static final byte[] GARBAGE = {(byte) 0xff, 0, '{', (byte) 0x80, '\n', '"'};
    private static final byte[] OTHER_RECORD = "{\"poem\":1}".getBytes(StandardCharsets.UTF_8);

    /** One in so many has 5 MB. */
    private static final int LARGE_EVERY = 50;

    private static final int LARGE = 5_000_000;
    private static final long LETTERS_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long PAUSE_MILLIS = 100;

    private static final List<Topic<?>> READ = List.of(
            Topics.PAGES,
            Topics.ARTICLES,
            Topics.LINKS,
            Topics.FETCH_REQUESTS,
            Topics.FETCH_OUTCOMES,
            Topics.SUBSCRIPTIONS);

    /** Whose sound records are those of one more input. */
    private static final Set<Topic<?>> CLEANED = Set.of(Topics.PAGES, Topics.ARTICLES);

    private static final com.sun.management.OperatingSystemMXBean PROCESS =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** What is sent beside the inputs. */
    public enum Beside {
        NOTHING,
        SOUND_RECORDS,
        POISON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * One pass.
     *
     * @param beside what is sent beside the inputs
     * @param inputs that were put in
     * @param others records beside them
     * @param seconds until everything was processed
     * @param cpuSeconds that the process, broker and services, used in that time
     * @param missing inputs without an entry in the ledger
     * @param silent poison that is in no dead letter
     */
    public record Round(
            Beside beside, int inputs, int others, double seconds, double cpuSeconds, long missing, long silent) {}

    private PoisonedPipeline() {}

    /**
     * Measures rounds with each thing beside the inputs in turn, after one of each that is not reported.
     *
     * @param inputs of each round
     * @param every one other record for so many inputs
     * @param rounds of each sort
     */
    public static void measure(int inputs, int every, int rounds, long seed, Consumer<Round> out)
            throws IOException, InterruptedException {
        InventedArticles articles = new InventedArticles(seed);
        for (Beside beside : Beside.values()) {
            round(articles, inputs, every, beside);
        }
        List<Beside> order = new ArrayList<>(List.of(Beside.values()));
        for (int i = 0; i < rounds; i++) {
            for (Beside beside : order) {
                out.accept(round(articles, inputs, every, beside));
            }
            // Not always in the same order: what comes later has the warmer machine.
            Collections.reverse(order);
        }
    }

    private static Round round(InventedArticles articles, int inputs, int every, Beside beside)
            throws IOException, InterruptedException {
        PipelineOptions options = new PipelineOptions(null, null, Topics.DEFAULT_PREFIX, PARTITIONS);
        try (LocalPipeline pipeline = LocalPipeline.start(options)) {
            pipeline.watch(FrontierSettings.defaults(), FetchSettings.defaults(), host -> List.of());
            Properties client = pipeline.cluster().clients();
            // Their positions are asked for at the end: waiting for each would hold up the inputs.
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            long cpu = PROCESS.getProcessCpuTime();
            long begun = System.nanoTime();
            try (PageFeed feed = new PageFeed(client, options.prefix());
                    KafkaProducer<byte[], byte[]> producer = producer(client)) {
                Set<String> inputIds = new HashSet<>();
                int others = 0;
                for (int i = 0; i < inputs; i++) {
                    put(articles.article(i), feed, inputIds);
                    if (i % every == 0 && beside != Beside.NOTHING) {
                        int number = i / every;
                        if (beside == Beside.POISON) {
                            sent.add(producer.send(poison(options.prefix(), number)));
                        } else if (CLEANED.contains(topic(number))) {
                            put(articles.article(inputs + number), feed, inputIds);
                        } else {
                            sent.add(producer.send(sound(options.prefix(), number)));
                        }
                        others++;
                    }
                }
                feed.flush();
                producer.flush();
                pipeline.awaitSettled(open -> {});
                double seconds = (System.nanoTime() - begun) / 1e9;
                double cpuSeconds = (PROCESS.getProcessCpuTime() - cpu) / 1e9;
                pipeline.requireAlive();
                Set<String> positions = positions(sent);
                try (FinalState state = FinalState.read(pipeline.reader(), options.prefix())) {
                    return new Round(
                            beside,
                            inputs,
                            others,
                            seconds,
                            cpuSeconds,
                            state.ledger().missing(inputIds),
                            beside == Beside.POISON ? silent(client, options.prefix(), positions) : 0);
                }
            }
        }
    }

    private static void put(Article article, PageFeed feed, Set<String> inputIds) {
        Page page = page(article);
        inputIds.add(page.inputId());
        feed.page(page);
    }

    private static long silent(Properties client, String prefix, Set<String> poison)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Set<String> silent = new HashSet<>(poison);
        while (!silent.isEmpty() && System.nanoTime() - begun < LETTERS_NANOS) {
            silent.removeAll(OpenDeadLetters.read(client, prefix, letter -> letter.originOffset() != null).stream()
                    .map(DeadLetter::origin)
                    .collect(Collectors.toSet()));
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return silent.size();
    }

    private static Set<String> positions(List<Future<RecordMetadata>> sent) throws InterruptedException {
        Set<String> positions = new HashSet<>();
        for (Future<RecordMetadata> record : sent) {
            try {
                RecordMetadata stored = record.get();
                positions.add(stored.topic() + "-" + stored.partition() + "@" + stored.offset());
            } catch (ExecutionException e) {
                throw new IllegalStateException("the broker did not take a record of poison", e);
            }
        }
        return positions;
    }

    /** The number-th record of poison. */
    private static ProducerRecord<byte[], byte[]> poison(String prefix, int number) {
        Topic<?> topic = topic(number);
        byte[] key = key("poison-" + number);
        boolean bare = !topic.hasTombstones();
        return switch (number % LARGE_EVERY == LARGE_EVERY - 1 ? 4 : number / READ.size() % 4) {
            case 0 -> record(topic, prefix, key, GARBAGE);
            case 1 -> record(topic, prefix, key, OTHER_RECORD);
            case 2 -> record(topic, prefix, key, bare ? null : GARBAGE);
            case 3 -> record(topic, prefix, bare ? null : key, GARBAGE);
            default -> record(topic, prefix, key, large());
        };
    }

    /** The number-th sound record, of the same topic as the record of poison: the least that there is to do there. */
    private static ProducerRecord<byte[], byte[]> sound(String prefix, int number) {
        Topic<?> topic = topic(number);
        String url = "https://desk-" + number + ".example/";
        FetchRequest late = new FetchRequest(url + "#1", url, FetchTarget.PAGE, null, null, null, 0);
        byte[] value = null; // ends a subscription that there is not
        if (topic.equals(Topics.LINKS)) {
            // The first leads to a request, the others are known.
            value = Json.bytes(Link.builder()
                    .url("https://desk.example/")
                    .target(FetchTarget.PAGE)
                    .build());
        } else if (topic.equals(Topics.FETCH_REQUESTS)) {
            value = Json.bytes(late);
        } else if (topic.equals(Topics.FETCH_OUTCOMES)) {
            value = Json.bytes(
                    FetchOutcome.builder(late, FetchOutcome.Result.FAILED, 0).build());
        }
        return record(topic, prefix, key(url), value);
    }

    private static Topic<?> topic(int number) {
        return READ.get(number % READ.size());
    }

    private static byte[] key(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ProducerRecord<byte[], byte[]> record(
            Topic<?> topic, String prefix, byte @Nullable [] key, byte @Nullable [] value) {
        return new ProducerRecord<>(topic.name(prefix), key, value);
    }

    private static byte[] large() {
        byte[] value = new byte[LARGE];
        Arrays.fill(value, (byte) '[');
        return value;
    }

    private static Page page(Article article) {
        byte[] body = Json.object()
                .put("headline", article.headline())
                .put("articleBody", article.articleBody())
                .put("datePublished", article.datePublished())
                .put("inLanguage", "en")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        return Page.resource(
                article.id(),
                String.valueOf(article.url()),
                Instant.parse(String.valueOf(article.pipeline().fetched())),
                "application/ld+json",
                "utf-8",
                body);
    }

    private static KafkaProducer<byte[], byte[]> producer(Properties client) {
        Properties settings = new Properties();
        settings.putAll(client);
        LosslessProducer.configure(settings);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
