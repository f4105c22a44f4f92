package io.copydesk.standalone.command;

import io.copydesk.schemas.Topics;
import io.copydesk.standalone.pipeline.PipelineOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a pipeline's topics are; shared by all commands that use Kafka. */
final class KafkaOptions {

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "An existing Kafka cluster; without it an embedded broker is started.")
    @Nullable
    String bootstrapServers;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder for the embedded broker's data and local state.")
    @Nullable
    Path data;

    @Option(
            names = "--prefix",
            paramLabel = "PREFIX",
            defaultValue = Topics.DEFAULT_PREFIX,
            description = "Prefix of all topics and application ids. Default: ${DEFAULT-VALUE}")
    String prefix;

    /** Temporary data unless a folder is named. */
    PipelineOptions temporary(int partitions) {
        return new PipelineOptions(bootstrapServers, data, prefix, partitions);
    }

    /** Data in the user's folder unless another is named. */
    PipelineOptions kept(int partitions) {
        Path folder = data != null || bootstrapServers != null ? data : userFolder();
        return new PipelineOptions(bootstrapServers, folder, prefix, partitions);
    }

    private static Path userFolder() {
        String base = System.getenv("XDG_DATA_HOME");
        Path home = base == null || base.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(base);
        return home.resolve("copydesk");
    }
}
