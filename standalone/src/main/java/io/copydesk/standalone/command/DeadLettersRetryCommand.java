package io.copydesk.standalone.command;

import io.copydesk.kit.deadletter.Retry;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.standalone.deadletter.OpenDeadLetters;
import io.copydesk.standalone.pipeline.Cluster;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.PipelineOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "retry",
        description = "Send the originals of dead letters back to the topic they came from.",
        footer = {
            "",
            "With an embedded broker the services run until all is processed, unless run runs them already; on a named cluster your"
                    + " running services process them.",
            "What is refused again becomes a dead letter again."
        })
final class DeadLettersRetryCommand implements Callable<Integer> {

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private DeadLetterFilter filter;

    private final Console console;

    DeadLettersRetryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PipelineOptions options = kafka.kept(3);
        Path data = options.data();
        if (options.cluster() != null || data != null && Cluster.isRunning(data)) {
            try (Cluster cluster = Cluster.join(options.cluster(), data)) {
                retry(cluster.clients());
            }
            return 0;
        }
        if (data != null) {
            Cluster.requireUsed(data);
        }
        try (LocalPipeline pipeline = LocalPipeline.start(options)) {
            retry(pipeline.cluster().clients());
            pipeline.awaitSettled(open -> console.progress(open + " records on their way"));
            int still = read(pipeline.cluster().clients()).size();
            console.say(still + " dead letters remain");
        }
        return 0;
    }

    private void retry(Properties client) throws IOException {
        List<DeadLetter> open;
        int sent;
        try (Retry retry = new Retry(client, kafka.prefix())) {
            open = read(client);
            sent = retry.send(open);
        }
        console.out().println("retried\t" + sent);
        console.out().println("not-retried\t" + (open.size() - sent));
        if (sent < open.size()) {
            console.say("those that never reached a topic, or are too large to be kept whole, are not retried:"
                    + " mend the source and replay it");
        }
    }

    private List<DeadLetter> read(Properties client) throws IOException {
        return OpenDeadLetters.read(client, kafka.prefix(), filter::accepts);
    }
}
