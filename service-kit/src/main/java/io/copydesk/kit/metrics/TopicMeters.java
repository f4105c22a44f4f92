package io.copydesk.kit.metrics;

import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a process writes to the topics of the catalogue: records by topic, inputs by outcome and reason, dead letters by stage
 * and reason, fetches by target and result, duplicates by kind, alerts by rule and kind; and how long articles take. A record whose transaction is aborted
 * is counted again when it is written again. Safe for use by several threads.
 */
public final class TopicMeters {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(6),
        Duration.ofDays(1)
    };

    private static final String PUBLISHED = "datePublished";
    private static final String FETCHED = "pipeline.fetched";

    private static final List<Topic<?>> TIMED =
            List.of(Topics.ARTICLES, Topics.ENRICHED_ARTICLES, Topics.STORIES, Topics.DUPLICATES);

    private final MeterRegistry registry;
    private final String prefix;
    private final LongSupplier clock;

    /**
     * Meters in {@code registry}.
     *
     * @param prefix of the topics
     */
    public TopicMeters(MeterRegistry registry, String prefix) {
        this(registry, prefix, System::currentTimeMillis);
    }

    /** @param clock epoch milliseconds */
    TopicMeters(MeterRegistry registry, String prefix, LongSupplier clock) {
        this.registry = registry;
        this.prefix = prefix;
        this.clock = clock;
    }

    MeterRegistry registry() {
        return registry;
    }

    /** Takes a record that is written; those of other topics are ignored. */
    void written(ProducerRecord<?, ?> record) {
        String name = record.topic().startsWith(prefix) ? record.topic().substring(prefix.length()) : "";
        Topics.named(name).ifPresent(topic -> {
            Counter.builder("copydesk.records")
                    .description("Records written, by topic of the catalogue")
                    .tag("topic", name)
                    .register(registry)
                    .increment();
            if (record.timestamp() != null && TIMED.contains(topic)) {
                time(
                        "copydesk.arrival.to." + name,
                        "Arrival of the page to this topic",
                        clock.getAsLong() - record.timestamp());
            }
            if (record.value() instanceof byte[] value) {
                content(topic, value, record.headers().lastHeader(Topics.REISSUED.name()) != null);
            }
        });
    }

    private void content(Topic<?> topic, byte[] value, boolean reissued) {
        if (topic.equals(Topics.LEDGER)) {
            count("copydesk.inputs", "Entries of the ledger", value, "outcome", "reason");
        } else if (topic.equals(Topics.DEAD_LETTERS)) {
            count("copydesk.dead.letters", "Dead letters", value, "stage", "reason");
        } else if (topic.equals(Topics.FETCH_OUTCOMES)) {
            count("copydesk.fetches", "Outcomes of requests", value, "target", "result", "reason");
        } else if (topic.equals(Topics.DUPLICATES)) {
            count("copydesk.duplicates", "Relations between articles", value, "kind");
        } else if (topic.equals(Topics.ALERTS)) {
            count("copydesk.alerts", "Alerts raised", value, "rule", "kind");
        } else if (topic.equals(Topics.ARTICLES) && !reissued) {
            article(fields(value, Set.of("version", PUBLISHED, FETCHED)));
        }
    }

    private void count(String name, String help, byte[] value, String... tags) {
        Map<String, String> fields = fields(value, Set.of(tags));
        Counter.Builder counter = Counter.builder(name).description(help);
        List.of(tags).forEach(tag -> counter.tag(tag, fields.getOrDefault(tag, "none")));
        counter.register(registry).increment();
    }

    private void article(Map<String, String> fields) {
        Instant published = instant(fields.get(PUBLISHED));
        Instant fetched = instant(fields.get(FETCHED));
        if (fetched != null && "1".equals(fields.get("version"))) {
            time("copydesk.fetch.to.article", "Fetch to clean article", clock.getAsLong() - fetched.toEpochMilli());
            if (published != null) {
                time(
                        "copydesk.publication.to.fetch",
                        "Date of a new article to the fetch of its page",
                        fetched.toEpochMilli() - published.toEpochMilli());
            }
        }
    }

    private void time(String name, String help, long millis) {
        timer(registry, name, help).record(Duration.ofMillis(Math.max(0, millis)));
    }

    /** A timer with the buckets of all latencies here, from a tenth of a second to a day. */
    static Timer timer(MeterRegistry registry, String name, String help) {
        return Timer.builder(name)
                .description(help)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private static Map<String, String> fields(byte[] value, Set<String> names) {
        try {
            return JsonFields.of(value, names);
        } catch (IOException e) {
            return Map.of();
        }
    }

    /** A date without a time is of no use for a latency. */
    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null || text.indexOf('T') < 0
                    ? null
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
