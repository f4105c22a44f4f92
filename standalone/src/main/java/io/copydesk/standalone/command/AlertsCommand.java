package io.copydesk.standalone.command;

import io.copydesk.standalone.pipeline.Cluster;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.rules.StoredRules;
import picocli.CommandLine.Command;

@Command(
        name = "alerts",
        description =
                "List and change the rules of what to be told of, also while run is running; docs/alerts.md says what is in a"
                        + " rule.",
        synopsisSubcommandLabel = "COMMAND")
final class AlertsCommand {

    private static final int PARTITIONS = 4;

    /** What is done with the rules; returns the exit code. */
    interface Work {
        int with(StoredRules rules) throws Exception;
    }

    static int on(KafkaOptions kafka, Work work) throws Exception {
        PipelineOptions options = kafka.kept(PARTITIONS);
        try (Cluster cluster = Cluster.join(options.cluster(), options.data());
                StoredRules rules = new StoredRules(cluster, options.prefix(), PARTITIONS)) {
            return work.with(rules);
        }
    }
}
