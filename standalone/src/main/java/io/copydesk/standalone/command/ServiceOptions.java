package io.copydesk.standalone.command;

import io.copydesk.kit.config.DurationText;
import io.copydesk.kit.streams.StreamsSettings;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.UsageException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the services of {@code run} and {@code replay} are started. */
final class ServiceOptions {

    private static final int MAX_PARTITIONS = 1_000;

    private final int defaultPartitions;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Partitions of new topics; topics that exist keep theirs. Default: 4 for run, 3 for replay")
    private @Nullable Integer partitions;

    @Option(
            names = "--start-timeout",
            paramLabel = "DURATION",
            description =
                    "How long a service may be without progress while it starts, which includes restoring its state."
                            + " Default: 2m")
    private @Nullable String startTimeout;

    ServiceOptions(int defaultPartitions) {
        this.defaultPartitions = defaultPartitions;
    }

    /** The partitions of new topics. */
    int partitions() {
        int asked = partitions == null ? defaultPartitions : partitions;
        if (asked < 1 || asked > MAX_PARTITIONS) {
            throw new UsageException("--partitions must be between 1 and " + MAX_PARTITIONS + ", not " + asked);
        }
        return asked;
    }

    /** The limit for a start without progress. */
    Duration startTimeout() {
        try {
            Duration limit =
                    startTimeout == null ? StreamsSettings.defaults().startTimeout() : DurationText.parse(startTimeout);
            StreamsSettings.defaults().withStartTimeout(limit);
            return limit;
        } catch (IllegalArgumentException e) {
            throw new UsageException("--start-timeout must be a duration such as 90s or 5m, not " + startTimeout);
        }
    }

    /** Reports that {@code --partitions} was given and has no effect on the topics that there are. */
    void reportPartitions(LocalPipeline pipeline, Console console) {
        if (partitions != null && partitions != pipeline.partitions()) {
            console.say("the existing topics have " + pipeline.partitions() + " partitions; --partitions " + partitions
                    + " has no effect");
        }
    }
}
