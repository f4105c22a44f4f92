package io.copydesk.lab.command;

import io.copydesk.lab.chaos.KilledCluster;
import io.copydesk.lab.chaos.KilledCluster.Plan;
import io.copydesk.lab.chaos.KilledCluster.Result;
import io.copydesk.standalone.command.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "cluster",
        description =
                "Run a corpus with an article of 1.6 MB and a page of 5 MB through several brokers with Kafka's default limits"
                        + " and several instances of each role, each a JVM of its own; kill one after the other; and verify"
                        + " every topic against an undisturbed run on the embedded broker.",
        footer = {"", "Exit code 1 when a rule is broken or a process ended by itself."})
final class BenchClusterCommand implements Callable<Integer> {

    @Option(names = "--brokers", paramLabel = "N", defaultValue = "3", description = "Default: ${DEFAULT-VALUE}")
    private int brokers;

    @Option(
            names = "--instances",
            paramLabel = "N",
            defaultValue = "2",
            description = "Of clean, frontier and fetch in one process, and of enrich. Default: ${DEFAULT-VALUE}")
    private int instances;

    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "7",
            description = "In turn of brokers, ingest and enrich processes. Default: ${DEFAULT-VALUE}")
    private int kills;

    @Mixin
    private CorpusOptions corpus;

    private final Console console;

    BenchClusterCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path where = corpus.folder("copydesk-cluster-");
        console.say("data and logs: " + where);
        Result result = KilledCluster.run(
                new Plan(brokers, instances, kills, corpus.partitions, corpus.pages, corpus.seed, where), console::say);
        print("seed", corpus.seed);
        print("pages", result.pages());
        print("kills", result.kills());
        print("processes that ended by themselves", result.ended());
        print("seconds", result.took().toSeconds());
        print("findings", result.findings().count());
        result.findings().examples().forEach(console::say);
        return result.findings().count() == 0 && result.ended() == 0 ? 0 : 1;
    }

    private void print(String label, long value) {
        console.out().println(label + "\t" + value);
    }
}
