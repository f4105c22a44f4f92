package io.copydesk.lab.bench;

import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.ingest.page.Page;
import io.copydesk.kit.topics.LosslessProducer;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.deadletter.OpenDeadLetters;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.replay.PageFeed;
import io.copydesk.verify.state.FinalState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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
 * broker, with and without such records in every topic that a service reads. For one thread.
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

    /**
     * One pass.
     *
     * @param inputs that were put in
     * @param poison records beside them
     * @param seconds until everything was processed
     * @param missing inputs without an entry in the ledger
     * @param silent poison that is in no dead letter
     */
    public record Round(int inputs, int poison, double seconds, long missing, long silent) {}

    private PoisonedPipeline() {}

    /**
     * Measures rounds without and with poison in turn, after one that is not reported.
     *
     * @param inputs of each round
     * @param every one record of poison for so many inputs
     * @param rounds of each sort
     */
    public static void measure(int inputs, int every, int rounds, long seed, Consumer<Round> out)
            throws IOException, InterruptedException {
        InventedArticles articles = new InventedArticles(seed);
        round(articles, Math.max(1, inputs / 2), 0);
        for (int i = 0; i < rounds; i++) {
            // Not always in the same order: what comes second has the warmer machine.
            boolean poisonFirst = i % 2 == 1;
            out.accept(round(articles, inputs, poisonFirst ? every : 0));
            out.accept(round(articles, inputs, poisonFirst ? 0 : every));
        }
    }

    private static Round round(InventedArticles articles, int inputs, int every)
            throws IOException, InterruptedException {
        PipelineOptions options = new PipelineOptions(null, null, Topics.DEFAULT_PREFIX, PARTITIONS);
        try (LocalPipeline pipeline = LocalPipeline.start(options)) {
            pipeline.watch(FrontierSettings.defaults(), FetchSettings.defaults(), host -> List.of());
            Properties client = pipeline.cluster().clients();
            // Their positions are asked for at the end: waiting for each would hold up the inputs.
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            long begun = System.nanoTime();
            try (PageFeed feed = new PageFeed(client, options.prefix());
                    KafkaProducer<byte[], byte[]> producer = producer(client)) {
                for (int i = 0; i < inputs; i++) {
                    feed.page(page(articles.article(i)));
                    if (every > 0 && i % every == 0) {
                        sent.add(poison(producer, options.prefix(), i / every));
                    }
                }
                feed.flush();
                producer.flush();
                pipeline.awaitSettled(open -> {});
                double seconds = (System.nanoTime() - begun) / 1e9;
                pipeline.requireAlive();
                Set<String> poison = positions(sent);
                try (FinalState state = FinalState.read(pipeline.reader(), options.prefix())) {
                    return new Round(
                            inputs,
                            poison.size(),
                            seconds,
                            state.ledger().missing(feed.inputIds()),
                            silent(client, options.prefix(), poison));
                }
            }
        }
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

    /** Sends the number-th record. */
    private static Future<RecordMetadata> poison(KafkaProducer<byte[], byte[]> producer, String prefix, int number) {
        Topic<?> topic = READ.get(number % READ.size());
        byte[] key = ("poison-" + number).getBytes(StandardCharsets.UTF_8);
        boolean bare = !topic.hasTombstones();
        return switch (number % LARGE_EVERY == LARGE_EVERY - 1 ? 4 : number / READ.size() % 4) {
            case 0 -> send(producer, topic, prefix, key, GARBAGE);
            case 1 -> send(producer, topic, prefix, key, OTHER_RECORD);
            case 2 -> send(producer, topic, prefix, key, bare ? null : GARBAGE);
            case 3 -> send(producer, topic, prefix, bare ? null : key, GARBAGE);
            default -> send(producer, topic, prefix, key, large());
        };
    }

    private static Future<RecordMetadata> send(
            KafkaProducer<byte[], byte[]> producer,
            Topic<?> topic,
            String prefix,
            byte @Nullable [] key,
            byte @Nullable [] value) {
        return producer.send(new ProducerRecord<>(topic.name(prefix), key, value));
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
