package io.copydesk.standalone.command;

import io.copydesk.console.ConsoleService;
import io.copydesk.console.ConsoleSettings;
import io.copydesk.kit.folder.StateFolder;
import io.copydesk.kit.topics.TopicsOnCluster;
import io.copydesk.standalone.pipeline.Cluster;
import io.copydesk.standalone.pipeline.PipelineOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "console",
        description =
                "Show the topics as web pages until stopped (Ctrl-C): what flows now, articles and stories searched, feeds,"
                        + " dead letters. Beside a run that is running, or on a cluster; run has it built in.",
        footer = {
            "",
            "The address is the setting console.bind (127.0.0.1:8090). Anything but loopback needs console.token. The console only"
                    + " reads unless console.allow-changes is true. docs/console.md explains the pages."
        })
final class ConsoleCommand implements Callable<Integer> {

    private static final int PARTITIONS = 4;
    private static final Duration BEAT = Duration.ofSeconds(1);

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private WatchOptions watch;

    private final Console console;

    ConsoleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        PipelineOptions options = kafka.keptServices(PARTITIONS);
        ConsoleSettings settings = watch.load(console).get(ConsoleSettings.class);
        Path home = Objects.requireNonNull(options.data(), "data").resolve("console");
        try (StopSignal stop = StopSignal.ofProcess(() -> {});
                Cluster cluster = Cluster.join(options.cluster(), options.data());
                StateFolder folder = StateFolder.claim(home)) {
            if (stop.isGiven()) {
                return 0;
            }
            int partitions;
            try (Admin admin = Admin.create(cluster.clients())) {
                partitions = TopicsOnCluster.provision(admin, options.prefix(), options.partitions());
            }
            try (ConsoleService service = new ConsoleService(
                    options.prefix(), partitions, settings, cluster.kafka(), folder.path(), Clock.systemUTC())) {
                service.start();
                console.say("the console is at " + service.url() + "; Ctrl-C stops");
                while (!stop.await(BEAT)) {
                    if (!service.live().ok()) {
                        service.ended().join();
                    }
                    if (!service.caughtUp()) {
                        console.progress(
                                "reading the topics: " + service.ready().detail());
                    }
                }
            }
        }
        return 0;
    }
}
