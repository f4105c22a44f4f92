package io.copydesk.standalone.command;

import io.copydesk.kit.failure.FailureText;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.topics.TopicSettings;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.pipeline.UsageException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a pipeline's topics are; shared by all commands that use Kafka. */
final class KafkaOptions {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description =
                    "An existing Kafka cluster. Default: COPYDESK_KAFKA_BOOTSTRAP_SERVERS, else the one in the file of"
                            + " --config, else an embedded broker, which --data asks for as well and demo uses unless this option is there.")
    @Nullable
    String bootstrapServers;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Client settings for that cluster, as for Kafka's own tools: security.protocol,"
                    + " sasl.mechanism, sasl.jaas.config, ssl.truststore.location and so on.")
    private @Nullable Path commandConfig;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder for the embedded broker's data and local state. Default: ~/.local/share/copydesk, of replay and"
                            + " demo one that is removed at the end.")
    @Nullable
    Path data;

    @Option(
            names = "--prefix",
            paramLabel = "PREFIX",
            description =
                    "Prefix of all topics and application ids. Default: COPYDESK_TOPICS_PREFIX, else topics.prefix of"
                            + " the file, else " + Topics.DEFAULT_PREFIX)
    private @Nullable String prefix;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it first
    private CommandSpec command;

    /** The prefix of topics that may be there already. */
    String prefix() {
        if (prefix == null) {
            return file().flatMap(SettingsFile::prefix).orElse(Topics.DEFAULT_PREFIX);
        }
        try {
            TopicSettings defaults = TopicSettings.defaults();
            return new TopicSettings(prefix, defaults.partitions(), defaults.compression()).prefix();
        } catch (IllegalArgumentException e) {
            throw new UsageException("--prefix " + prefix + ": " + e.getMessage());
        }
    }

    /** Whether a cluster was named, on which others may run services. */
    boolean isCluster() {
        return servers() != null;
    }

    /** The cluster that is named: by its option, else by environment or file unless a folder is named for an embedded broker. */
    private @Nullable String servers() {
        if (bootstrapServers != null || data != null) {
            return bootstrapServers;
        }
        return file().filter(settings -> settings.cluster().isPresent())
                .map(settings -> settings.clients().bootstrapServers())
                .orElse(null);
    }

    private Optional<SettingsFile> file() {
        return SettingsFile.of(command);
    }

    /**
     * For services that last as long as the command: temporary data unless a folder is named, and on a named cluster a prefix of
     * their own unless one is given, so that they join no group of deployed services.
     */
    PipelineOptions temporary(int partitions) {
        String own = "copydesk-" + command.name() + "-"
                + LocalDateTime.now(ZoneOffset.UTC).format(TIME) + "-"
                + UUID.randomUUID().toString().substring(0, 4) + ".";
        return options(data, isCluster() && prefix == null ? own : prefix(), partitions);
    }

    /**
     * As {@link #temporary}, but on a cluster only when it is named by its option: what runs offline by default does not write into what the environment or a
     * file happens to name.
     */
    PipelineOptions temporaryUnlessAsked(int partitions) {
        if (bootstrapServers != null) {
            return temporary(partitions);
        }
        if (commandConfig != null) {
            throw withoutCluster();
        }
        file().flatMap(SettingsFile::cluster)
                .filter(where -> data == null)
                .ifPresent(where -> say("a broker of its own, not the cluster of " + where
                        + "; --bootstrap-servers takes one that is named there"));
        return new PipelineOptions(null, data, prefix == null ? Topics.DEFAULT_PREFIX : prefix(), partitions);
    }

    /** For topics that last: data in the user's folder unless another is named, or none of one's own on a named cluster. */
    PipelineOptions kept(int partitions) {
        return options(data != null || isCluster() ? data : userFolder(), prefix(), partitions);
    }

    /** For services that last: as {@link #kept}, and on a named cluster their state is in a folder of the user's for it. */
    PipelineOptions keptServices(int partitions) {
        String cluster = "" + servers();
        Path ofCluster = userFolder().resolve("clusters").resolve(cluster.replaceAll("[^A-Za-z0-9.-]", "_"));
        return isCluster() && data == null ? options(ofCluster, prefix(), partitions) : kept(partitions);
    }

    private PipelineOptions options(@Nullable Path folder, String topics, int partitions) {
        return new PipelineOptions(null, folder, topics, partitions).withCluster(cluster());
    }

    private @Nullable KafkaSettings cluster() {
        Optional<SettingsFile> file = file();
        file.ifPresent(this::reportIgnored);
        String servers = servers();
        if (servers == null) {
            if (commandConfig != null) {
                throw withoutCluster();
            }
            return null;
        }
        Map<String, String> settings =
                new HashMap<>(file.map(given -> given.clients().clients()).orElse(Map.of()));
        settings.putAll(commandConfig == null ? Map.of() : read(commandConfig));
        settings.put("bootstrap.servers", servers);
        String where = bootstrapServers == null
                ? file.flatMap(SettingsFile::cluster)
                        .map(place -> " (" + place + ")")
                        .orElse("")
                : "";
        say("connecting to " + servers + where + " …");
        return new KafkaSettings(settings);
    }

    private static UsageException withoutCluster() {
        return new UsageException("--command-config is for a cluster; name it with --bootstrap-servers");
    }

    /** Variables that are no settings, which commands with {@code --set} report themselves, and settings of a cluster that has no address. */
    private void reportIgnored(SettingsFile given) {
        if (!command.optionsMap().containsKey(WatchOptions.SET)) {
            given.warnings().forEach(this::say);
        }
        List<String> variables = given.variablesOfClients();
        if (data == null && servers() == null && !variables.isEmpty()) {
            say("without effect, as no cluster is named: " + String.join(", ", variables)
                    + "; --bootstrap-servers or COPYDESK_KAFKA_BOOTSTRAP_SERVERS names one");
        }
    }

    private void say(String line) {
        command.commandLine().getErr().println(line);
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
        } catch (NoSuchFileException e) {
            throw new UsageException("cannot read the client settings in " + file + ": there is no such file");
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException("cannot read the client settings in " + file + ": " + FailureText.of(e));
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        return settings;
    }

    private static Path userFolder() {
        String base = System.getenv("XDG_DATA_HOME");
        Path home = base == null || base.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(base);
        return home.resolve("copydesk");
    }
}
