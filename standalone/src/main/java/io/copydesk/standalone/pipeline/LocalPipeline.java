package io.copydesk.standalone.pipeline;

import io.copydesk.enrich.EnrichApplication;
import io.copydesk.ingest.IngestApplication;
import io.copydesk.kit.streams.StreamsApplication;
import io.copydesk.kit.streams.StreamsRunner;
import io.copydesk.kit.streams.StreamsSettings;
import io.copydesk.schemas.TopicProvisioner;
import io.copydesk.standalone.state.TopicReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;

/** Both services, running in this JVM until closed. */
public final class LocalPipeline implements AutoCloseable {

    private final PipelineOptions options;
    private final Cluster cluster;
    private final Admin admin;
    private final List<StreamsRunner> services = new ArrayList<>();
    private final List<String> applicationIds = new ArrayList<>();

    private LocalPipeline(PipelineOptions options, Cluster cluster) {
        this.options = options;
        this.cluster = cluster;
        this.admin = Admin.create(cluster.clients());
    }

    /**
     * Starts the broker if none is named, creates missing topics, and starts both services.
     *
     * @throws UsageException when the options cannot be met
     */
    public static LocalPipeline start(PipelineOptions options) throws InterruptedException {
        Cluster cluster = Cluster.open(options.bootstrapServers(), options.data());
        LocalPipeline pipeline = new LocalPipeline(options, cluster);
        try {
            int partitions = new TopicProvisioner(pipeline.admin, options.prefix()).provision(options.partitions());
            StreamsSettings settings = StreamsSettings.defaults().withStateDir(cluster.state());
            pipeline.run(IngestApplication.of(options.prefix(), cluster.kafka(), settings));
            pipeline.run(EnrichApplication.of(options.prefix(), partitions, cluster.kafka(), settings));
            return pipeline;
        } catch (RuntimeException | InterruptedException e) {
            pipeline.close();
            throw e;
        }
    }

    private void run(StreamsApplication application) throws InterruptedException {
        StreamsRunner runner = new StreamsRunner(application, Clock.systemUTC());
        services.add(runner);
        applicationIds.add(application.applicationId());
        runner.start();
    }

    /** The cluster that it runs on. */
    public Cluster cluster() {
        return cluster;
    }

    /** The topics' prefix. */
    public String prefix() {
        return options.prefix();
    }

    /** Reads this pipeline's topics. */
    public TopicReader reader() {
        return new TopicReader(cluster.clients());
    }

    /**
     * Waits until every record that went in has passed all stages.
     *
     * @param progress told how many records wait, as often as that changes
     * @throws IllegalStateException when a service dies or nothing moves for long
     */
    public void awaitSettled(LongConsumer progress) throws InterruptedException {
        new Settlement(admin, options.prefix(), applicationIds, this::requireAlive).await(progress);
    }

    private void requireAlive() {
        for (StreamsRunner service : services) {
            if (!service.live().ok()) {
                throw new IllegalStateException(
                        "a service has stopped: " + service.live().detail());
            }
        }
    }

    @Override
    public void close() {
        for (int i = services.size() - 1; i >= 0; i--) {
            services.get(i).close();
        }
        admin.close();
        cluster.close();
    }
}
