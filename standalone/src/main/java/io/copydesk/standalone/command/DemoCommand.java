package io.copydesk.standalone.command;

import io.copydesk.ingest.fetch.FetchService;
import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.kit.lineage.Lineage;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.demo.DemoReport;
import io.copydesk.standalone.demo.SampleWeb;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.subscriptions.Subscriptions;
import io.copydesk.verify.state.FinalState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        description = "Serve the bundled sample sites on loopback, watch their feeds, run all of it through the whole"
                + " pipeline, offline, and print the results.")
final class DemoCommand implements Callable<Integer> {

    private static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BEAT = Duration.ofMillis(100);

    @Mixin
    private KafkaOptions kafka;

    private final Console console;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        console.say("starting Kafka and the services …");
        try (SampleWeb web = SampleWeb.start(Instant.now());
                LocalPipeline pipeline = LocalPipeline.start(kafka.temporaryUnlessAsked(PARTITIONS))) {
            FetchService fetching =
                    pipeline.watch(hurried(), FetchSettings.defaults().onLoopback(List.of(web.port())), web.resolver());
            try (Subscriptions subscriptions = new Subscriptions(pipeline.cluster(), pipeline.prefix(), PARTITIONS)) {
                web.feeds().forEach(url -> subscriptions.add(new Subscription(url, null, null, null)));
                subscriptions.flush();
                awaitVisits(web, fetching, pipeline);
                pipeline.awaitSettled(open -> console.progress(open + " records on their way"));
                try (FinalState state = FinalState.read(pipeline.reader(), pipeline.prefix())) {
                    boolean balanced = new DemoReport(console.out(), state)
                            .print(pages(pipeline), subscriptions.status().values());
                    return balanced ? 0 : 1;
                }
            }
        }
    }

    /** A day of visits in some seconds: the demonstration's sites are ours to hurry. */
    private static FrontierSettings hurried() {
        return FrontierSettings.defaults().toBuilder()
                .hostDelay(Duration.ofMillis(20))
                .revisits(List.of(Duration.ofSeconds(2), Duration.ofSeconds(5)))
                .firstPollSpacing(Duration.ZERO)
                .build();
    }

    private void awaitVisits(SampleWeb web, FetchService fetching, LocalPipeline pipeline) throws InterruptedException {
        long begun = System.nanoTime();
        while (web.unseen() > 0 || fetching.underWay() > 0) {
            pipeline.requireAlive();
            console.progress(fetching.made() + " fetches made, " + web.unseen() + " pages to come");
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException(web.unseen() + " pages were not fetched within " + PATIENCE.toMinutes()
                        + " minutes; see the log above");
            }
            TimeUnit.NANOSECONDS.sleep(BEAT.toNanos());
        }
    }

    /** Every page that was fetched, and its site. */
    private static Map<String, String> pages(LocalPipeline pipeline) throws IOException {
        Map<String, String> pages = new LinkedHashMap<>();
        pipeline.reader().read(Topics.PAGES.name(pipeline.prefix()), false, record -> {
            String input = Lineage.inputId(record.headers());
            if (input != null) { // else it says by which feed a page was announced
                pages.put(input, new String(record.key(), StandardCharsets.UTF_8));
            }
            return true;
        });
        return pages;
    }
}
