package io.copydesk.standalone.pipeline;

import io.copydesk.alerts.AlertsApplication;
import io.copydesk.alerts.AlertsSettings;
import io.copydesk.enrich.EnrichApplication;
import io.copydesk.enrich.EnrichSettings;
import io.copydesk.ingest.FrontierApplication;
import io.copydesk.ingest.IngestApplication;
import io.copydesk.ingest.fetch.FetchService;
import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.fetch.Fetcher;
import io.copydesk.ingest.fetch.HostResolver;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.kit.streams.RunningService;
import io.copydesk.kit.streams.StreamsApplication;
import io.copydesk.kit.streams.StreamsRunner;
import io.copydesk.kit.streams.StreamsSettings;
import io.copydesk.kit.topics.TopicsOnCluster;
import io.copydesk.verify.state.TopicReader;
import io.copydesk.verify.state.UnprocessedRecords;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Both services, running in this JVM until closed. */
public final class LocalPipeline implements AutoCloseable {

    /** Time between commits of cleaning and enrichment while records wait; otherwise they commit promptly. */
    private static final Duration CATCHING_UP = Duration.ofSeconds(1);

    private final PipelineOptions options;
    private final Cluster cluster;
    private final Admin admin;
    private final List<RunningService> services = new ArrayList<>();
    private final List<String> applicationIds = new ArrayList<>();
    private @Nullable HealthEndpoint health;
    private int partitions;

    private LocalPipeline(PipelineOptions options, Cluster cluster) {
        this.options = options;
        this.cluster = cluster;
        this.admin = Admin.create(cluster.clients());
    }

    /**
     * Starts the broker if none is named, creates missing topics, and starts both services.
     *
     * @throws UsageException when the options cannot be met
     * @throws CancellationException when the options say that it is not wanted any more
     */
    public static LocalPipeline start(PipelineOptions options) throws InterruptedException {
        return start(options, true, EnrichSettings.forCorpora());
    }

    /** The same with settings of the enrich service. */
    public static LocalPipeline start(PipelineOptions options, EnrichSettings enrich) throws InterruptedException {
        return start(options, true, enrich);
    }

    /** The same without the two services: for {@link #watch} alone. */
    public static LocalPipeline startIdle(PipelineOptions options) throws InterruptedException {
        return start(options, false, EnrichSettings.forCorpora());
    }

    /**
     * The same for services that run elsewhere under this prefix: {@link #awaitSettled} waits for them.
     *
     * @throws UsageException when none of one kind runs there
     */
    public static LocalPipeline ofDeployed(PipelineOptions options) throws InterruptedException {
        LocalPipeline pipeline = startIdle(options);
        pipeline.applicationIds.addAll(
                List.of(IngestApplication.id(options.prefix()), EnrichApplication.id(options.prefix())));
        try {
            DeployedServices.await(pipeline.admin, pipeline.applicationIds);
            return pipeline;
        } catch (RuntimeException | InterruptedException e) {
            pipeline.close();
            throw e;
        }
    }

    private static LocalPipeline start(PipelineOptions options, boolean services, EnrichSettings enrich)
            throws InterruptedException {
        Cluster cluster = Cluster.open(options.cluster(), options.data());
        LocalPipeline pipeline = new LocalPipeline(options, cluster);
        try {
            if (options.unwanted().getAsBoolean()) {
                throw new CancellationException("stopped while the broker was starting");
            }
            if (options.health() != null) {
                pipeline.health = new HealthEndpoint(options.health(), cluster.kafka(), options.prefix());
            }
            pipeline.partitions = TopicsOnCluster.provision(pipeline.admin, options.prefix(), options.partitions());
            StreamsSettings settings = pipeline.settings().withCommitInterval(CATCHING_UP);
            if (services) {
                pipeline.run(List.of(
                        pipeline.runner(IngestApplication.of(
                                options.prefix(), options.extraction(), cluster.kafka(), settings)),
                        pipeline.runner(EnrichApplication.of(
                                options.prefix(), pipeline.partitions, enrich, cluster.kafka(), settings))));
            }
            return pipeline;
        } catch (RuntimeException | InterruptedException e) {
            pipeline.close();
            throw e;
        }
    }

    private StreamsSettings settings() {
        return StreamsSettings.defaults().withStateDir(cluster.state()).withStartTimeout(options.startTimeout());
    }

    /** A runner, which is closed with this. */
    private RunningService runner(StreamsApplication application) {
        return added(unstarted(application));
    }

    private RunningService unstarted(StreamsApplication application) {
        applicationIds.add(application.applicationId());
        return new StreamsRunner(
                health == null ? application : application.withMeters(health.meters()), Clock.systemUTC());
    }

    private <S extends RunningService> S added(S service) {
        services.add(service);
        return service;
    }

    private void run(List<RunningService> started) throws InterruptedException {
        if (health != null) {
            started.forEach(health::add);
        }
        RunningService.startAll(started, options.unwanted());
    }

    /**
     * Watches the web as well: starts the frontier and a fetch service.
     *
     * @param resolver looks up host names
     */
    public FetchService watch(FrontierSettings frontier, FetchSettings fetch, HostResolver resolver)
            throws InterruptedException {
        FetchService service = added(new FetchService(
                options.prefix(),
                cluster.kafka(),
                Fetcher.create(fetch, resolver, Clock.systemUTC()),
                fetch.maxConnections(),
                Duration.ZERO,
                Clock.systemUTC(),
                health == null ? null : health.meters()));
        StreamsApplication application =
                FrontierApplication.of(options.prefix(), frontier, fetch, cluster.kafka(), settings());
        run(List.of(
                service,
                added(FrontierApplication.pushed(
                        unstarted(application),
                        options.prefix(),
                        frontier,
                        fetch,
                        cluster.kafka(),
                        health == null ? null : health.meters()))));
        if (health != null) {
            health.complete();
        }
        return service;
    }

    /**
     * Tells of what the rules ask for: those of the file that the settings name, if they name one, and those that are added meanwhile.
     *
     * @param resolver looks up the hosts of webhooks
     */
    public void alert(AlertsSettings settings, HostResolver resolver) throws InterruptedException {
        if (settings.rules().isPresent()) {
            applicationIds.add(AlertsApplication.id(options.prefix()));
        }
        run(List.of(added(AlertsApplication.of(
                options.prefix(),
                settings,
                cluster.kafka(),
                settings(),
                resolver,
                System.getenv(),
                health == null ? null : health.meters()))));
    }

    /** Where health and metrics are served; empty when they are not. */
    public OptionalInt healthPort() {
        return health == null ? OptionalInt.empty() : OptionalInt.of(health.port());
    }

    /** The cluster that it runs on. */
    public Cluster cluster() {
        return cluster;
    }

    /** How many partitions the topics have, whatever was asked for. */
    public int partitions() {
        return partitions;
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
     * @param progress receives the number of records that wait, whenever it changes
     * @throws IllegalStateException when a service dies or nothing moves for long
     */
    public void awaitSettled(LongConsumer progress) throws InterruptedException {
        new Settlement(new UnprocessedRecords(admin, options.prefix(), applicationIds)::count, this::requireAlive)
                .await(progress);
    }

    /** Throws when a service has stopped by itself. */
    public void requireAlive() {
        for (RunningService service : services) {
            if (!service.live().ok()) {
                throw new IllegalStateException(
                        "a service has stopped: " + service.live().detail());
            }
        }
    }

    @Override
    public void close() {
        if (health != null) {
            health.close();
        }
        RunningService.closeAll(services);
        admin.close();
        cluster.close();
    }
}
