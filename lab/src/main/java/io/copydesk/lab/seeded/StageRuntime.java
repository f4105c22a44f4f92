package io.copydesk.lab.seeded;

import io.copydesk.enrich.EnrichSettings;
import io.copydesk.enrich.EnrichTask;
import io.copydesk.enrich.EnrichTopology;
import io.copydesk.enrich.SketchChangelog;
import io.copydesk.ingest.clean.CleanTask;
import io.copydesk.ingest.clean.CleanTopology;
import io.copydesk.ingest.clean.Cleaner;
import io.copydesk.ingest.clean.RecentArticles;
import io.copydesk.kit.deadletter.DeadLetterExceptionHandler;
import io.copydesk.kit.streams.ArticleLog;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowBytesStoreSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts tasks of one stage: the service's whole topology, of which the processors of other subtopologies do nothing. The topology is
 * built once and gives each task its own processors and stores. For one thread.
 */
final class StageRuntime {

    /** After so many sketches the decider's state is written, which a start then reads: often, among few sketches. */
    private static final EnrichSettings ENRICH =
            new EnrichSettings(Duration.ZERO, 3, Duration.ofDays(14), 0, Duration.ZERO);

    private final Properties settings = new Properties();
    private final Stage stage;
    private final Topology topology;
    private @Nullable RunningTask starting;

    /** @param partitions how many partitions the topics have */
    StageRuntime(Stage stage, int partitions, Cleaner cleaner) {
        this.stage = stage;
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, stage.service().applicationId());
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterExceptionHandler.class);
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterExceptionHandler.class);
        settings.put(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, TaskProcessors.class);
        settings.put(TaskProcessors.RUNTIME, this);
        settings.put(DeadLetterExceptionHandler.TOPIC, Topics.DEAD_LETTERS.name(Stage.PREFIX));
        settings.put(
                DeadLetterExceptionHandler.STAGE,
                (stage == Stage.CLEAN ? DeadLetter.Stage.CLEAN : DeadLetter.Stage.ENRICH).name());
        if (stage == Stage.CLEAN) {
            settings.put(DeadLetterExceptionHandler.LEDGER, Topics.LEDGER.name(Stage.PREFIX));
        }
        TopologyConfig config = new TopologyConfig(new StreamsConfig(settings));
        topology = stage == Stage.CLEAN
                ? CleanTopology.build(new Topology(config), Stage.PREFIX, cleaner, new SimulatedCleanTask())
                : EnrichTopology.build(
                        new StreamsBuilder(config), Stage.PREFIX, partitions, ENRICH, new SimulatedTask());
    }

    /** A driver of the task, over stores with what its changelogs hold. */
    TopologyTestDriver start(RunningTask task) {
        starting = task;
        try {
            Properties own = new Properties();
            own.putAll(settings);
            own.put(StreamsConfig.STATE_DIR_CONFIG, task.folder().toString());
            return new TopologyTestDriver(topology, own, Instant.EPOCH);
        } finally {
            starting = null;
        }
    }

    /** The task that is being started: Kafka Streams asks for its processors and stores meanwhile. */
    RunningTask starting() {
        return Objects.requireNonNull(starting, "no task is being started");
    }

    Stage stage() {
        return stage;
    }

    private KeyValueBytesStoreSupplier store(String name) {
        return new RestoredStore(name, () -> starting().restored(name));
    }

    /** Articles in memory are few, so that most are read from the simulated log. */
    private final class SimulatedCleanTask implements CleanTask {

        private static final long RECENT_BYTES = 10_000;

        @Override
        public KeyValueBytesStoreSupplier store(String name) {
            return StageRuntime.this.store(name);
        }

        @Override
        public RecentArticles articles(ProcessorContext<?, ?> context, String topic) {
            return new RecentArticles(starting().compactedArticles(topic), RECENT_BYTES);
        }
    }

    /** Texts have no changelog: a task that is started has none, and reads them from the simulated log. */
    private final class SimulatedTask implements EnrichTask {
        @Override
        public KeyValueBytesStoreSupplier store(String name) {
            return StageRuntime.this.store(name);
        }

        @Override
        public WindowBytesStoreSupplier texts(String name, Duration kept) {
            return Stores.inMemoryWindowStore(name, kept, Duration.ofMillis(1), false);
        }

        @Override
        public SketchChangelog sketches(ProcessorContext<?, ?> context) {
            return starting().sketches();
        }

        @Override
        public ArticleLog articles(ProcessorContext<?, ?> context, String topic) {
            return starting().articles(topic);
        }
    }
}
