package io.copydesk.standalone.command;

import io.copydesk.extraction.Extractor;
import io.copydesk.ingest.archive.ArchiveItem;
import io.copydesk.ingest.archive.ArchiveLimits;
import io.copydesk.ingest.archive.ArchiveReader;
import io.copydesk.ingest.clean.Cleaner;
import io.copydesk.ingest.clean.ExtractionSettings;
import io.copydesk.kit.failure.FailureText;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.pipeline.UsageException;
import io.copydesk.standalone.replay.Pace;
import io.copydesk.standalone.replay.PageFeed;
import io.copydesk.verify.state.FinalState;
import io.copydesk.verify.state.InputIds;
import io.copydesk.verify.state.LedgerReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        description = "Run archives through the whole pipeline and print counts and the digest of the final state. On a"
                + " cluster (--bootstrap-servers) it only feeds the services that run there, and waits for them.",
        footer = {
            "",
            "A line of JSON has the members id, url, fetched and one of html, path, text. With articleBody in their place",
            "it is a clean article: headline, author, datePublished and others of schema.org's NewsArticle are read, and so",
            "are title, author(s) and date beside a text, which is cleaned all the same.",
            "The JSON Lines of news-please and Fundus are read as they are; so are link, uri or source_url in place of url,",
            "and plain_text, full_text or article in place of articleBody.",
            "A killed run with --data resumes when the same command is given again.",
            "The digest is the same for any --partitions, speed or crash, and for any order of files when ids of inputs differ."
        })
final class ReplayCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "WARC(.gz), JSON Lines, HTML or text files, or folders of them.")
    private List<Path> paths;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the final state as DIR/<topic>.jsonl and DIR/ledger.jsonl.")
    private Path out;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Replay N times as fast as pages were fetched; 0, the default, as fast as possible.")
    private double speed;

    @Option(
            names = "--with-services",
            description =
                    "On a cluster: clean and enrich here, under a prefix of the replay's own unless --prefix is given.")
    private boolean withServices;

    @Mixin
    private final ServiceOptions services = new ServiceOptions(3);

    @Mixin
    private PageFilter filter;

    @Mixin
    private PageKindOptions keep;

    @Mixin
    private KafkaOptions kafka;

    private final Console console;

    ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (speed < 0 || !Double.isFinite(speed)) {
            throw new UsageException("--speed must be 0 or more, not " + speed);
        }
        filter.check();
        ReadingPace progress = new ReadingPace(console, "read", System::nanoTime);
        try (ArchiveReader archive = ArchiveReader.open(paths, ArchiveLimits.DEFAULT, progress)) {
            requireWritable(out);
            try (LocalPipeline pipeline = pipeline()) {
                services.reportPartitions(pipeline, console);
                return replay(archive, pipeline);
            }
        }
    }

    private LocalPipeline pipeline() throws InterruptedException {
        int partitions = services.partitions();
        if (kafka.isCluster() && !withServices) {
            if (!keep.extraction().equals(ExtractionSettings.defaults())) {
                throw new UsageException(
                        "--keep-kinds and --article-threshold are for services that this command starts; the"
                                + " deployed ones have settings of these names in the section extraction");
            }
            PipelineOptions options = kafka.kept(partitions);
            LocalPipeline pipeline = LocalPipeline.ofDeployed(options);
            console.say("feeding the services of prefix " + options.prefix() + "; starting none");
            return pipeline;
        }
        PipelineOptions options = kafka.temporary(partitions)
                .withStartTimeout(services.startTimeout())
                .withExtraction(keep.extraction());
        console.say(
                kafka.isCluster()
                        ? "starting cleaning and enrichment under prefix " + options.prefix() + " …"
                        : "starting Kafka and both services …");
        return LocalPipeline.start(options);
    }

    private int replay(ArchiveReader archive, LocalPipeline pipeline) throws IOException, InterruptedException {
        try (InputIds inputs = InputIds.open()) {
            feed(archive, pipeline, inputs);
            pipeline.awaitSettled(open -> console.progress(open + " records on their way"));
            try (FinalState state = FinalState.read(pipeline.reader(), pipeline.prefix())) {
                if (out != null) {
                    write(state);
                }
                return report(state, inputs);
            }
        }
    }

    private void feed(ArchiveReader archive, LocalPipeline pipeline, InputIds inputs)
            throws IOException, InterruptedException {
        PassedOver passedOver = new PassedOver();
        Cleaner cleaner = new Cleaner(Extractor.create(keep.extraction().options()));
        try (PageFeed feed = new PageFeed(pipeline.cluster().clients(), pipeline.prefix())) {
            Pace pace = new Pace(speed);
            if (!archive.hasNext()) {
                console.say("there was nothing to read in "
                        + paths.stream().map(Path::toString).collect(Collectors.joining(", ")));
            }
            while (archive.hasNext()) {
                archive.next()
                        .<Step>fold(
                                input -> () -> {
                                    Optional<String> unwanted = filter.refusal(input.page(), cleaner::clean);
                                    if (unwanted.isPresent()) {
                                        passedOver.add(input.page().inputId(), unwanted.get());
                                    } else {
                                        pace.await(input.page().fetched());
                                        inputs.add(input.page().inputId());
                                        feed.page(input.page());
                                    }
                                },
                                broken -> () -> {
                                    inputs.add(broken.inputId());
                                    refuse(feed, broken);
                                },
                                other -> () -> passedOver.add(other))
                        .run();
            }
            feed.flush();
        }
        console.say("read " + inputs.size() + " inputs");
        passedOver.tell(console);
    }

    private void write(FinalState state) throws IOException {
        try {
            state.write(out);
        } catch (IOException e) {
            throw new IOException("cannot write to " + out.toAbsolutePath() + ": " + FailureText.of(e), e);
        }
    }

    private void refuse(PageFeed feed, ArchiveItem.Broken broken) throws InterruptedException {
        feed.refuse(broken.inputId(), broken.reason().label(), broken.detail(), broken.bytes(), broken.length());
        console.say("refused " + broken.inputId() + ": " + broken.detail());
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private int report(FinalState state, InputIds inputs) throws IOException {
        PrintStream print = console.out();
        LedgerReport ledger = state.ledger();
        print.println("inputs\t" + inputs.size());
        ledger.counts().forEach((outcome, count) -> print.println(Json.label(outcome) + "\t" + count));
        ledger.reasons().forEach((reason, count) -> print.println("dead-letter/" + reason + "\t" + count));
        for (Topic<?> topic : Topics.published()) {
            print.println(topic.name() + "\t" + state.count(topic));
        }
        long missing = ledger.missing(inputs);
        print.println("ledger\t" + (missing == 0 ? "balanced" : "NOT BALANCED, " + missing + " inputs without a line"));
        print.println("digest\t" + state.digest());
        return missing == 0 ? 0 : 1;
    }

    private static void requireWritable(Path folder) {
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".copydesk", null));
        } catch (IOException e) {
            throw new UsageException("cannot write to " + folder + "; name a folder that can be written with --out");
        }
    }
}
