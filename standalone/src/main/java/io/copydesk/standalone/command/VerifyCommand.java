package io.copydesk.standalone.command;

import io.copydesk.ingest.archive.ArchiveLimits;
import io.copydesk.ingest.archive.ArchiveReader;
import io.copydesk.standalone.pipeline.Cluster;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.pipeline.UsageException;
import io.copydesk.verify.check.Findings;
import io.copydesk.verify.check.Reference;
import io.copydesk.verify.check.Rule;
import io.copydesk.verify.check.SubscriberLog;
import io.copydesk.verify.check.Truth;
import io.copydesk.verify.check.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        description =
                "Check that the topics hold what a run over these archives must leave: each input once, no version"
                        + " twice, versions in order, no unexpected dead letter, topics that agree, no transaction held open.",
        footer = {"", "Exit code 1 when a rule is broken; docs/guarantees.md explains the rules."})
final class VerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "The archives that were replayed.")
    private List<Path> paths = List.of();

    @Option(
            names = "--reference",
            paramLabel = "DIR",
            description = "The final state of an undisturbed run (replay --out DIR), which must be the same.")
    private @Nullable Path reference;

    @Option(
            names = "--dead-letters",
            paramLabel = "FILE",
            description =
                    "Expected dead letters, one input id or topic-partition@offset a line; those of --reference are"
                            + " expected anyway.")
    private @Nullable Path deadLetters;

    @Option(
            names = "--seen",
            paramLabel = "FILE",
            description = "What a subscriber got meanwhile, written by verify --record.")
    private @Nullable Path seen;

    @Option(names = "--running", description = "The services still run: what has not arrived yet is not missing.")
    private boolean running;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description =
                    "Check nothing: follow the topics as a subscriber until stopped and append what it gets to FILE.")
    private @Nullable Path record;

    @Mixin
    private KafkaOptions kafka;

    private final Console console;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PipelineOptions options = kafka.kept(1);
        if (record == null && paths.isEmpty()) {
            throw new UsageException("name the archives that were replayed, or a file for --record");
        }
        try (Cluster cluster = Cluster.joinUsed(options.cluster(), options.data())) {
            if (record != null) {
                SubscriberLog.record(cluster.clients(), options.prefix(), record, () -> false);
                return 0;
            }
            Truth truth = new Truth(inputs(), expected(), reference, seen, running);
            return report(truth, Verification.of(cluster.clients(), options.prefix(), truth, Verification.PATIENCE));
        }
    }

    private Set<String> inputs() throws IOException {
        Set<String> inputs = new HashSet<>();
        try (ArchiveReader archive = ArchiveReader.open(
                paths, ArchiveLimits.DEFAULT, (bytes, total, items) -> console.progress("read " + items + " items"))) {
            while (archive.hasNext()) {
                archive.next()
                        .<Runnable>fold(
                                input -> () -> inputs.add(input.page().inputId()),
                                broken -> () -> inputs.add(broken.inputId()),
                                skipped -> () -> {})
                        .run();
            }
        }
        return inputs;
    }

    private Set<String> expected() throws IOException {
        Set<String> expected = new HashSet<>();
        if (reference != null) {
            expected.addAll(Reference.deadLetters(reference));
        }
        if (deadLetters != null) {
            expected.addAll(Files.readAllLines(deadLetters));
        }
        return expected;
    }

    private int report(Truth truth, Findings findings) {
        console.out().println("inputs\t" + truth.inputs().size());
        for (Rule rule : Rule.values()) {
            console.out().println(rule.label() + "\t" + findings.count(rule));
            findings.examples(rule).forEach(example -> console.say(rule.text() + ": " + example));
        }
        console.out().println("verdict\t" + (findings.count() == 0 ? "holds" : "BROKEN"));
        return findings.count() == 0 ? 0 : 1;
    }
}
