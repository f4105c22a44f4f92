package io.copydesk.standalone.command;

import io.copydesk.alerts.AlertsSettings;
import io.copydesk.console.ConsoleSettings;
import io.copydesk.enrich.EnrichSettings;
import io.copydesk.ingest.clean.ExtractionSettings;
import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.kit.ServiceProcess;
import io.copydesk.kit.config.ConfigException;
import io.copydesk.kit.config.ConfigLoader;
import io.copydesk.kit.config.Configuration;
import io.copydesk.kit.config.Origin;
import io.copydesk.kit.config.Setting;
import io.copydesk.kit.health.HealthSettings;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.StreamsSettings;
import io.copydesk.kit.topics.TopicSettings;
import io.copydesk.standalone.pipeline.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the environment and the settings file, which commands and services share, say of where topics are: the environment over the file, as
 * for services. Every key of the file is checked, also of sections that the command has no use for. Immutable.
 */
final class SettingsFile {

    private static final String SERVERS = "kafka.bootstrap.servers";
    private static final String PREFIX = "topics.prefix";

    private final Configuration configuration;

    private SettingsFile(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * What a command was given; empty when it is none of the product's.
     *
     * @throws UsageException naming every key that is unknown and every value that is none
     */
    static Optional<SettingsFile> of(CommandSpec command) {
        if (!(command.root().userObject() instanceof Commands all)) {
            return Optional.empty();
        }
        Path path = all.config();
        ConfigLoader loader = path == null ? new ConfigLoader().reserved(ServiceProcess.FILE_VARIABLE) : all(path);
        loader.section("kafka", KafkaSettings.defaults())
                .section("topics", TopicSettings.defaults())
                .environment(all.environment());
        return Optional.of(new SettingsFile(load(loader)));
    }

    private static ConfigLoader all(Path path) {
        return roles().section("streams", StreamsSettings.defaults())
                .section("health", HealthSettings.defaults())
                .file(path);
    }

    /** Where the file is that a command was given. */
    static @Nullable Path path(CommandSpec command) {
        return command.root().userObject() instanceof Commands all ? all.config() : null;
    }

    /** The variables that a command was started with. */
    static Map<String, String> environment(CommandSpec command) {
        return command.root().userObject() instanceof Commands all ? all.environment() : System.getenv();
    }

    /** A loader of the sections that commands start roles with. */
    static ConfigLoader roles() {
        return new ConfigLoader()
                .reserved(ServiceProcess.FILE_VARIABLE)
                .section("frontier", FrontierSettings.defaults())
                .section("fetch", FetchSettings.defaults())
                .section("extraction", ExtractionSettings.defaults())
                .section("enrich", EnrichSettings.defaults())
                .section("alerts", AlertsSettings.defaults())
                .section("console", ConsoleSettings.defaults());
    }

    /** What a loader reads; what it refuses is a {@link UsageException}. */
    static Configuration load(ConfigLoader loader) {
        try {
            return loader.load();
        } catch (ConfigException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** Where the cluster is named, such as {@code copydesk.yaml line 3} or a variable; empty when it names none. */
    Optional<String> cluster() {
        return given(SERVERS).map(Setting::where);
    }

    /** The clients' settings; its addresses count only when {@link #cluster} is there. */
    KafkaSettings clients() {
        return configuration.get(KafkaSettings.class);
    }

    /** The prefix of topics, if it is given. */
    Optional<String> prefix() {
        return given(PREFIX)
                .map(setting -> configuration.get(TopicSettings.class).prefix());
    }

    /** What is given that tells a command where topics are. */
    List<Setting> place() {
        return configuration.describe().stream()
                .filter(setting ->
                        setting.key().startsWith("kafka.") || setting.key().equals(PREFIX))
                .filter(SettingsFile::isGiven)
                .toList();
    }

    /** The variables that say how clients speak to a cluster, by name. */
    List<String> variablesOfClients() {
        return place().stream()
                .filter(setting -> setting.origin() == Origin.ENVIRONMENT
                        && setting.key().startsWith("kafka.")
                        && !setting.key().equals(SERVERS))
                .map(Setting::where)
                .toList();
    }

    /** What is given of the topics that are created, which commands take from their options. */
    List<Setting> unread() {
        return configuration.describe().stream()
                .filter(setting ->
                        setting.key().startsWith("topics.") && !setting.key().equals(PREFIX))
                .filter(SettingsFile::isGiven)
                .toList();
    }

    /** What was ignored, a line each. */
    List<String> warnings() {
        return configuration.warnings();
    }

    private Optional<Setting> given(String key) {
        return configuration.describe().stream()
                .filter(setting -> setting.key().equals(key))
                .filter(SettingsFile::isGiven)
                .findFirst();
    }

    private static boolean isGiven(Setting setting) {
        return setting.origin() != Origin.DEFAULT;
    }
}
