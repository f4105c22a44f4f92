package io.copydesk.standalone.command;

import io.copydesk.alerts.AlertsApplication;
import io.copydesk.enrich.EnrichApplication;
import io.copydesk.ingest.FrontierApplication;
import io.copydesk.ingest.IngestApplication;
import io.copydesk.standalone.pipeline.Application;
import io.copydesk.standalone.pipeline.Cluster;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.pipeline.UsageException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "reset",
        description =
                "Delete what a role keeps in a cluster: its changelogs, repartition topics and position, so that it reads its"
                        + " input from the beginning at its next start. What it has published stays and is published again.",
        footer = {
            "",
            "Stop all instances of the role first, and delete their folders under streams.state-dir.",
            "Without --execute it only prints what would be deleted."
        })
final class ResetCommand implements Callable<Integer> {

    /** The roles with state. */
    enum Role {
        CLEAN(IngestApplication::id),
        FRONTIER(FrontierApplication::id),
        ENRICH(EnrichApplication::id),
        ALERTS(AlertsApplication::id);

        /** From the prefix of its topics. */
        private final UnaryOperator<String> application;

        Role(UnaryOperator<String> application) {
            this.application = application;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "ROLE", description = "One of ${COMPLETION-CANDIDATES}.")
    private Role role;

    @Option(names = "--execute", description = "Delete it.")
    private boolean execute;

    @Mixin
    private KafkaOptions kafka;

    private final Console console;

    ResetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (!kafka.isCluster()) {
            throw new UsageException("reset is for a cluster; name it with --bootstrap-servers");
        }
        PipelineOptions options = kafka.kept(1);
        try (Cluster cluster = Cluster.join(options.cluster(), null);
                Admin admin = Admin.create(cluster.clients())) {
            Application application = Application.find(admin, role.application.apply(options.prefix()));
            application.topics().forEach(topic -> console.out().println("topic\t" + topic));
            if (application.hasPosition()) {
                console.out().println("group\t" + application.id());
            }
            if (execute) {
                application.delete(admin);
            }
        }
        console.say(execute ? "deleted" : "nothing was deleted; --execute deletes it");
        return 0;
    }
}
