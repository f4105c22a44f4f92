package io.copydesk.standalone.command;

import io.copydesk.alerts.AlertsSettings;
import io.copydesk.console.ConsoleSettings;
import io.copydesk.enrich.EnrichSettings;
import io.copydesk.ingest.clean.ExtractionSettings;
import io.copydesk.ingest.fetch.FetchService;
import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.fetch.HostResolver;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.kit.config.Configuration;
import io.copydesk.kit.health.HealthSettings;
import io.copydesk.schemas.Subscription;
import io.copydesk.standalone.pipeline.LocalConsole;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.pipeline.UsageException;
import io.copydesk.standalone.subscriptions.LiveCounts;
import io.copydesk.standalone.subscriptions.OpmlFile;
import io.copydesk.standalone.subscriptions.Subscriptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        description =
                "Watch feeds until stopped (Ctrl-C): poll them, fetch the pages they list, and run them through the whole"
                        + " pipeline. Resumes where it stopped.",
        footer = {
            "",
            "On a cluster (--bootstrap-servers) its services become members of the groups copydesk-PREFIX*, beside others that"
                    + " run there; their state is in ~/.local/share/copydesk/clusters unless --data names a folder.",
            "copydesk feeds list shows the health of each feed, also while run is running."
        })
final class RunCommand implements Callable<Integer> {

    private static final int PARTITIONS = 4;
    private static final Duration BEAT = Duration.ofSeconds(1);

    @Option(names = "--feeds", paramLabel = "FILE", description = "Subscriptions to add first, as OPML.")
    private Path feeds;

    @Option(
            names = "--health-port",
            paramLabel = "PORT",
            description =
                    "Serve /health/live, /health/ready and /metrics on this port of 127.0.0.1; 0 for any that is free.")
    private @Nullable Integer healthPort;

    @Option(names = "--no-console", description = "Serve no web pages; otherwise they are at console.bind.")
    private boolean noConsole;

    @Mixin
    private final ServiceOptions services = new ServiceOptions(PARTITIONS);

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private WatchOptions watch;

    private final Console console;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        PipelineOptions options =
                withHealth(kafka.keptServices(services.partitions()).withStartTimeout(services.startTimeout()));
        Configuration configuration = watch.load(console);
        List<Subscription> added = feeds == null ? List.of() : OpmlFile.read(feeds, console::say);
        try (StopSignal stop = StopSignal.ofProcess(
                () -> console.say("gave up waiting; nothing is lost, the next start takes a little longer"))) {
            watch(options.withUnwanted(stop::isGiven), configuration, added, stop);
        } catch (CancellationException e) {
            console.say("stopped while it was starting; nothing is lost");
            return 0;
        }
        console.say("stopped; the next run goes on from here");
        return 0;
    }

    private void watch(PipelineOptions options, Configuration configuration, List<Subscription> added, StopSignal stop)
            throws Exception {
        console.say(
                kafka.isCluster()
                        ? "starting cleaning, enrichment, frontier and fetching as members of the groups copydesk-"
                                + options.prefix() + "*; state in " + options.data() + " …"
                        : "starting Kafka and the services …");
        try (LocalPipeline pipeline = LocalPipeline.start(
                options.withExtraction(configuration.get(ExtractionSettings.class)),
                configuration.get(EnrichSettings.class))) {
            services.reportPartitions(pipeline, console);
            pipeline.alert(configuration.get(AlertsSettings.class), HostResolver.system());
            FetchService fetching = pipeline.watch(
                    configuration.get(FrontierSettings.class),
                    configuration.get(FetchSettings.class),
                    HostResolver.system());
            try (Subscriptions subscriptions =
                    new Subscriptions(pipeline.cluster(), pipeline.prefix(), pipeline.partitions())) {
                subscriptions.addAll(added);
                subscriptions.flush();
                console.say("watching " + subscriptions.all().size() + " feeds; Ctrl-C stops");
                pipeline.healthPort().ifPresent(port -> console.say("health and metrics on http://127.0.0.1:" + port));
            }
            try (LocalConsole pages = pages(pipeline, configuration.get(ConsoleSettings.class));
                    LiveCounts counts = new LiveCounts(pipeline.cluster(), pipeline.prefix())) {
                pages.url().ifPresent(url -> console.say("the console is at " + url));
                while (!stop.await(BEAT)) {
                    pipeline.requireAlive();
                    console.progress(
                            fetching.made() + " fetches, " + fetching.underWay() + " under way; " + counts.line());
                }
            }
            console.say("stopping …");
        }
    }

    private LocalConsole pages(LocalPipeline pipeline, ConsoleSettings settings) throws InterruptedException {
        return noConsole
                ? LocalConsole.none()
                : LocalConsole.start(pipeline, settings, problem -> console.say("no console: " + problem));
    }

    private PipelineOptions withHealth(PipelineOptions options) {
        try {
            return healthPort == null ? options : options.withHealth(HealthSettings.of("127.0.0.1", healthPort));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--health-port: " + e.getMessage());
        }
    }
}
