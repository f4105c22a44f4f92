package io.copydesk.kit;

import io.copydesk.kit.health.Health;
import io.copydesk.kit.metrics.Metrics;
import io.copydesk.kit.shutdown.Shutdown;
import io.copydesk.kit.streams.RunningService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** The services of one process, by role: started and closed all at once. Safe for use by several threads. */
final class RunningServices implements AutoCloseable {

    private final Map<String, RunningService> services;

    private RunningServices(Map<String, RunningService> services) {
        this.services = services;
    }

    /** Makes the services of {@code roles}. */
    static RunningServices of(List<Role> roles, ServiceContext context) {
        RunningServices made = new RunningServices(new LinkedHashMap<>());
        try {
            roles.forEach(role -> made.services.put(role.name(), role.service().apply(context)));
            return made;
        } catch (RuntimeException e) {
            made.close();
            throw e;
        }
    }

    /** Their consumer groups. */
    List<String> groups() {
        return services.values().stream().map(RunningService::group).toList();
    }

    /** Adds the figures of their Kafka clients, until they are closed. */
    void bind(Metrics metrics, Shutdown shutdown) {
        services.forEach((role, service) -> shutdown.add("metrics of " + role, service.bind(metrics)));
    }

    void start() throws InterruptedException {
        RunningService.startAll(services.values());
    }

    /** Blocks until one of them is closed; throws what one failed with. */
    void awaitEnd() throws InterruptedException {
        try {
            CompletableFuture.anyOf(services.values().stream()
                            .map(RunningService::ended)
                            .toArray(CompletableFuture[]::new))
                    .get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }

    Health live() {
        return all(RunningService::live);
    }

    Health ready() {
        return all(RunningService::ready);
    }

    private Health all(Function<RunningService, Health> probe) {
        List<Health> answers = new ArrayList<>();
        services.forEach((role, service) -> {
            Health answer = probe.apply(service);
            answers.add(new Health(answer.ok(), role + " " + answer.detail()));
        });
        return Health.all(", ", answers);
    }

    @Override
    public void close() {
        RunningService.closeAll(services.values());
    }
}
