package io.copydesk.kit;

import io.copydesk.kit.config.Arguments;
import io.copydesk.kit.config.ConfigException;
import io.copydesk.kit.config.ConfigLoader;
import io.copydesk.kit.config.Configuration;
import io.copydesk.kit.failure.FailureText;
import io.copydesk.kit.health.HealthServer;
import io.copydesk.kit.health.HealthSettings;
import io.copydesk.kit.metrics.Metrics;
import io.copydesk.kit.shutdown.Shutdown;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.StreamsApplication;
import io.copydesk.kit.streams.StreamsRunner;
import io.copydesk.kit.streams.StreamsSettings;
import io.copydesk.kit.streams.UnreachableBrokersException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process that runs one topology until it is asked to stop: configuration, metrics, health server,
 * Streams client, shutdown hook, in that order.
 *
 * <p>The file is the one that {@code --config} names, else the one that the variable {@value
 * #FILE_VARIABLE} names, else none.
 */
public final class StreamsService {
    /** The variable that names the configuration file. */
    public static final String FILE_VARIABLE = "COPYDESK_CONFIG";

    /** Exit code of a clean stop. */
    public static final int STOPPED = 0;
    /** Exit code of a failure while starting or running. */
    public static final int FAILED = 1;
    /** Exit code when the configuration or the arguments are wrong. */
    public static final int MISCONFIGURED = 2;

    private static final Logger LOG = LoggerFactory.getLogger(StreamsService.class);
    /** Beyond what the client itself may take to close. */
    private static final Duration SHUTDOWN_MARGIN = Duration.ofSeconds(5);

    private final String name;
    private final ConfigLoader loader = new ConfigLoader().reserved(FILE_VARIABLE);

    /**
     * A service.
     *
     * @param name for logs and as the metrics' tag {@code service}
     */
    public StreamsService(String name) {
        this.name = name;
        section("kafka", KafkaSettings.defaults());
        section("streams", StreamsSettings.defaults());
        section("health", HealthSettings.defaults());
    }

    /**
     * Adds a section of the service's own to the configuration, beside {@code kafka}, {@code streams} and
     * {@code health}.
     */
    public StreamsService section(String section, Record defaults) {
        loader.section(section, defaults);
        return this;
    }

    /** Variables with our prefix that are none of this service's business. */
    public StreamsService reserved(String... variables) {
        loader.reserved(variables);
        return this;
    }

    /**
     * Runs until the process is asked to stop or the client fails.
     *
     * @param environment variables
     * @param arguments see {@link Arguments}
     * @param application builds the application from the configuration and the metrics; called once, before
     *     anything is started
     * @return the exit code: {@link #STOPPED}, {@link #FAILED} or {@link #MISCONFIGURED}
     */
    public int run(
            Map<String, String> environment,
            String[] arguments,
            BiFunction<Configuration, Metrics, StreamsApplication> application) {
        try {
            Configuration configuration = configuration(environment, arguments);
            configuration.warnings().forEach(warning -> LOG.warn("{}: {}", name, warning));
            try (Metrics metrics = new Metrics(name)) {
                return run(configuration, metrics, application.apply(configuration, metrics));
            }
        } catch (ConfigException e) {
            LOG.error("{}: {}", name, e.getMessage());
            return MISCONFIGURED;
        } catch (UnreachableBrokersException e) {
            LOG.error("{}: {}", name, e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        } catch (IOException | RuntimeException e) {
            LOG.error("{} failed: {}", name, FailureText.of(e), e);
            return FAILED;
        }
    }

    Configuration configuration(Map<String, String> environment, String... arguments) {
        Arguments parsed = Arguments.parse(arguments);
        Optional<Path> named =
                Optional.ofNullable(environment.get(FILE_VARIABLE)).map(Path::of);
        parsed.file().or(() -> named).ifPresent(loader::file);
        return loader.environment(environment).commandLine(parsed.values()).load();
    }

    private int run(Configuration configuration, Metrics metrics, StreamsApplication application)
            throws IOException, InterruptedException {
        Duration limit = application.streams().closeTimeout().plus(SHUTDOWN_MARGIN);
        try (Shutdown shutdown = new Shutdown(limit)) {
            StreamsRunner runner = new StreamsRunner(application, Clock.systemUTC());
            shutdown.add("streams client", runner);
            HealthServer health = HealthServer.start(
                    configuration.get(HealthSettings.class), runner::live, runner::ready, metrics::scrape);
            shutdown.add("health server", health);
            shutdown.add("metrics binding", metrics.bind(runner.streams()));
            shutdown.install();
            runner.start();
            LOG.info("{} is running; health on port {}", name, health.port());
            runner.awaitEnd();
            return STOPPED;
        }
    }
}
