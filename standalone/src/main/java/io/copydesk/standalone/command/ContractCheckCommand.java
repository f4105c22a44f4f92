package io.copydesk.standalone.command;

import io.copydesk.schemas.Promise;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.pipeline.Cluster;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.pipeline.UsageException;
import io.copydesk.verify.contract.BrokenPromises;
import io.copydesk.verify.contract.ContractCheck;
import io.copydesk.verify.contract.Freshness;
import io.copydesk.verify.state.TopicReader;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        description =
                "Measure what the data contract promises of the public topics: schema, headers, keys, events, order, freshness and"
                        + " the balance of the ledger. Services may run meanwhile.",
        footer = {
            "",
            "Prints one line for each promise: its name, how often it is broken. Examples go to stderr. Exit code 1 when any is.",
            "Freshness is measured on what comes while the command waits, by default for no time."
        })
final class ContractCheckCommand implements Callable<Integer> {

    @Option(
            names = "--follow",
            paramLabel = "SECONDS",
            description = "Wait so long for articles that come, and measure how late they are.")
    private int seconds;

    @Mixin
    private KafkaOptions kafka;

    private final Console console;

    ContractCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (seconds < 0) {
            throw new UsageException("--follow must be 0 or more seconds");
        }
        PipelineOptions options = kafka.kept(1);
        BrokenPromises broken = new BrokenPromises();
        Freshness freshness = new Freshness(System::currentTimeMillis);
        try (Cluster cluster = Cluster.joinUsed(options.cluster(), options.data())) {
            ContractCheck.run(new TopicReader(cluster.clients()), options.prefix(), System::currentTimeMillis, broken);
            if (seconds > 0) {
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
                freshness.follow(
                        cluster.clients(),
                        Topics.ENRICHED_ARTICLES.name(options.prefix()),
                        () -> console.say("waiting " + seconds + " s for articles"),
                        () -> System.nanoTime() < end);
                freshness.end(broken);
            }
        }
        return report(broken, freshness);
    }

    private int report(BrokenPromises broken, Freshness freshness) {
        for (Promise promise : Promise.values()) {
            boolean unmeasured = promise == Promise.FRESHNESS && freshness.count() == 0;
            console.out().println(promise.label() + "\t" + (unmeasured ? "not measured" : broken.count(promise)));
            broken.examples(promise).forEach(example -> console.say(promise.label() + ": " + example));
        }
        if (freshness.count() > 0) {
            console.out()
                    .println("freshness p99, ms\t" + freshness.p99().toMillis() + "\tof " + freshness.count()
                            + " records");
        }
        console.out().println("verdict\t" + (broken.count() == 0 ? "holds" : "BROKEN"));
        return broken.count() == 0 ? 0 : 1;
    }
}
