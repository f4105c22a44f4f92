package io.copydesk.kit;

import io.copydesk.kit.config.Arguments;
import io.copydesk.kit.config.ConfigException;
import io.copydesk.kit.config.ConfigLoader;
import io.copydesk.kit.config.Configuration;
import io.copydesk.kit.failure.FailureText;
import io.copydesk.kit.folder.StateFolder;
import io.copydesk.kit.health.Health;
import io.copydesk.kit.health.HealthServer;
import io.copydesk.kit.health.HealthSettings;
import io.copydesk.kit.metrics.Metrics;
import io.copydesk.kit.shutdown.Shutdown;
import io.copydesk.kit.streams.ClusterProbe;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.StreamsSettings;
import io.copydesk.kit.streams.UnreachableBrokersException;
import io.copydesk.kit.topics.TopicSettings;
import io.copydesk.kit.topics.TopicsOnCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntBiFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process that runs one or several roles until it is asked to stop: configuration, metrics, health server, folder for state,
 * topics, services, in that order.
 *
 * <p>The file is the one that {@code --config} names, else the one that the variable {@value
 * #FILE_VARIABLE} names, else none. One file serves all processes: sections of roles that a process does not know are skipped.
 */
public final class ServiceProcess {
    /** The variable that names the configuration file. */
    public static final String FILE_VARIABLE = "COPYDESK_CONFIG";

    /** Exit code of a clean stop. */
    public static final int STOPPED = 0;
    /** Exit code of a failure while starting or running. */
    public static final int FAILED = 1;
    /** Exit code when the configuration or the arguments are wrong. */
    public static final int MISCONFIGURED = 2;

    private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);
    /** Beyond what the services themselves may take to close. */
    private static final Duration SHUTDOWN_MARGIN = Duration.ofSeconds(5);

    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final List<String> selectedByDefault;
    private final ToIntBiFunction<KafkaSettings, TopicSettings> topics;

    /**
     * A process.
     *
     * @param roles that it can run
     * @param selectedByDefault names of those that it runs when the arguments name none; without any they must
     */
    public ServiceProcess(List<Role> roles, String... selectedByDefault) {
        this(roles, TopicsOnCluster::ensure, selectedByDefault);
    }

    /** @param topics creates the topics that are missing and returns their number of partitions */
    ServiceProcess(
            List<Role> roles, ToIntBiFunction<KafkaSettings, TopicSettings> topics, String... selectedByDefault) {
        roles.forEach(role -> this.roles.put(role.name(), role));
        this.selectedByDefault = List.of(selectedByDefault);
        this.topics = topics;
    }

    /**
     * Runs until the process is asked to stop or a service fails.
     *
     * @param environment variables
     * @param arguments see {@link Arguments}
     * @return the exit code: {@link #STOPPED}, {@link #FAILED} or {@link #MISCONFIGURED}
     */
    public int run(Map<String, String> environment, String... arguments) {
        try {
            Arguments parsed = Arguments.parse(arguments);
            List<Role> selected = selected(parsed.words());
            Configuration configuration = configuration(environment, parsed);
            configuration.warnings().forEach(warning -> LOG.warn("{}", warning));
            try (Metrics metrics = new Metrics(names(selected))) {
                run(selected, configuration, metrics);
                return STOPPED;
            }
        } catch (ConfigException e) {
            LOG.error("{}", e.getMessage());
            return MISCONFIGURED;
        } catch (UnreachableBrokersException e) {
            LOG.error("{}", e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        } catch (IOException | RuntimeException e) {
            LOG.error("failed: {}", FailureText.of(e), e);
            return FAILED;
        }
    }

    private List<Role> selected(List<String> words) {
        List<String> names = words.isEmpty() ? selectedByDefault : words;
        if (names.isEmpty()) {
            throw new ConfigException("name one or several roles: " + String.join(", ", roles.keySet()));
        }
        return names.stream()
                .distinct()
                .map(name -> Optional.ofNullable(roles.get(name))
                        .orElseThrow(() -> new ConfigException(
                                "there is no role " + name + "; there are " + String.join(", ", roles.keySet()))))
                .toList();
    }

    Configuration configuration(Map<String, String> environment, Arguments arguments) {
        ConfigLoader loader = new ConfigLoader()
                .reserved(FILE_VARIABLE)
                .section("kafka", KafkaSettings.defaults())
                .section("streams", StreamsSettings.defaults())
                .section("health", HealthSettings.defaults())
                .section("topics", TopicSettings.defaults());
        Map<String, Record> sections = new LinkedHashMap<>();
        roles.values().forEach(role -> sections.putAll(role.sections()));
        sections.forEach(loader::section);
        Optional<Path> named =
                Optional.ofNullable(environment.get(FILE_VARIABLE)).map(Path::of);
        arguments.file().or(() -> named).ifPresent(loader::file);
        return loader.environment(environment).commandLine(arguments.values()).load();
    }

    private void run(List<Role> selected, Configuration configuration, Metrics metrics)
            throws IOException, InterruptedException {
        StreamsSettings streams = configuration.get(StreamsSettings.class);
        HealthSettings settings = configuration.get(HealthSettings.class);
        KafkaSettings kafka = configuration.get(KafkaSettings.class);
        Probes probes = new Probes();
        selected.forEach(ServiceProcess::prepare);
        try (Shutdown shutdown = new Shutdown(streams.closeTimeout().plus(SHUTDOWN_MARGIN)).install()) {
            HealthServer health =
                    HealthServer.start(settings, () -> probes.live.get(), () -> probes.ready.get(), metrics::scrape);
            shutdown.add("health server", health);
            StateFolder folder = StateFolder.claim(streams.stateDir());
            shutdown.add("state folder", folder);
            TopicSettings catalogue = configuration.get(TopicSettings.class);
            ServiceContext context = new ServiceContext(
                    configuration,
                    kafka,
                    streams.withStateDir(folder.path()),
                    catalogue.prefix(),
                    topics.applyAsInt(kafka, catalogue),
                    metrics.ofPipeline(catalogue.prefix()));
            RunningServices services = RunningServices.of(selected, context);
            shutdown.add("services", services);
            services.bind(metrics, shutdown);
            probes.live = services::live;
            services.start();
            ClusterProbe probe = new ClusterProbe(kafka, services.groups(), settings).start();
            shutdown.add("cluster probe", probe);
            metrics.bind(probe::answers, probe::lag);
            probes.ready = () -> Health.all("; ", List.of(services.ready(), probe.ready()));
            LOG.info(
                    "{} is running; health on port {}, topics {}*, state in {}",
                    names(selected),
                    health.port(),
                    catalogue.prefix(),
                    folder.path());
            services.awaitEnd();
        }
    }

    /** A preparation that fails is without consequence: the service meets the fault itself. */
    private static void prepare(Role role) {
        Thread thread = new Thread(
                () -> {
                    try {
                        role.preparation().run();
                    } catch (RuntimeException | LinkageError e) {
                        LOG.warn("the preparation of {} failed: {}", role.name(), FailureText.of(e));
                    }
                },
                "prepare-" + role.name());
        thread.setDaemon(true);
        thread.start();
    }

    /** What the health server asks: a process that starts is alive and not ready. */
    private static final class Probes {
        private volatile Supplier<Health> live = () -> Health.ok("starting");
        private volatile Supplier<Health> ready = () -> Health.failing("starting");
    }

    private static String names(List<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.joining("+"));
    }
}
