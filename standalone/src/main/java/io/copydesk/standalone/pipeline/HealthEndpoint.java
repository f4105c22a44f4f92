package io.copydesk.standalone.pipeline;

import io.copydesk.kit.health.Health;
import io.copydesk.kit.health.HealthServer;
import io.copydesk.kit.health.HealthSettings;
import io.copydesk.kit.metrics.Metrics;
import io.copydesk.kit.metrics.TopicMeters;
import io.copydesk.kit.streams.ClusterProbe;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.RunningService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Health and metrics of the services of this process, as a service that is deployed serves its own. For one thread. */
final class HealthEndpoint implements AutoCloseable {

    private final HealthSettings settings;
    private final KafkaSettings kafka;
    private final Metrics metrics = new Metrics("run");
    private final TopicMeters meters;
    private final HealthServer server;
    private final List<RunningService> services = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> bindings = new ArrayList<>();
    private volatile @Nullable ClusterProbe probe;

    /**
     * Serves from now on; nothing is ready yet.
     *
     * @param prefix of the topics that are counted
     * @throws UsageException when the address is not free
     */
    HealthEndpoint(HealthSettings settings, KafkaSettings kafka, String prefix) {
        this.settings = settings;
        this.kafka = kafka;
        this.meters = metrics.ofPipeline(prefix);
        try {
            this.server = HealthServer.start(settings, this::live, this::ready, metrics::scrape);
        } catch (IOException e) {
            metrics.close();
            throw new UsageException("cannot serve health and metrics on " + settings.host() + ":" + settings.port()
                    + ": " + e.getMessage() + "; name another port with --health-port, or 0 for any that is free");
        }
    }

    int port() {
        return server.port();
    }

    /** Counts what services write. */
    TopicMeters meters() {
        return meters;
    }

    void add(RunningService service) {
        services.add(service);
        bindings.add(service.bind(metrics));
    }

    /** All services are started: from now on the records that wait for them are watched. */
    void complete() {
        ClusterProbe started = new ClusterProbe(
                        kafka, services.stream().map(RunningService::group).toList(), settings)
                .start();
        metrics.bind(started::answers, started::lag);
        probe = started;
    }

    private Health live() {
        return all(RunningService::live);
    }

    private Health ready() {
        ClusterProbe cluster = probe;
        if (cluster == null) {
            return Health.failing("starting");
        }
        return Health.all("; ", List.of(all(RunningService::ready), cluster.ready()));
    }

    private Health all(Function<RunningService, Health> asked) {
        return Health.all(", ", services.stream().map(asked).toList());
    }

    /** To be called before the services are closed. */
    @Override
    public void close() {
        server.close();
        ClusterProbe started = probe;
        if (started != null) {
            started.close();
        }
        for (AutoCloseable binding : bindings) {
            try {
                binding.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        metrics.close();
    }
}
