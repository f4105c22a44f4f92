package io.copydesk.standalone.command;

import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.Json;
import io.copydesk.standalone.deadletter.OpenDeadLetters;
import io.copydesk.standalone.pipeline.Cluster;
import io.copydesk.standalone.pipeline.PipelineOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Print the dead letters that have not been retried.")
final class DeadLettersListCommand implements Callable<Integer> {

    @Option(names = "--json", description = "One line of JSON for each, original bytes included (base64).")
    private boolean json;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private DeadLetterFilter filter;

    private final Console console;

    DeadLettersListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        PipelineOptions options = kafka.kept(1);
        try (Cluster cluster = Cluster.joinUsed(options.cluster(), options.data())) {
            for (DeadLetter letter : OpenDeadLetters.read(cluster.clients(), options.prefix(), filter::accepts)) {
                console.out().println(json ? Json.line(letter) : line(letter));
            }
        }
        return 0;
    }

    private static String line(DeadLetter letter) {
        return letter.id() + "\t" + Json.label(letter.stage()) + "\t" + letter.reason() + "\t" + letter.length()
                + " bytes\t" + letter.detail();
    }
}
