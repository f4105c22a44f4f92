package io.copydesk.standalone.command;

import io.copydesk.ingest.page.Page;
import io.copydesk.standalone.demo.DemoReport;
import io.copydesk.standalone.demo.SamplePages;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.replay.PageFeed;
import io.copydesk.standalone.state.FinalState;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        description = "Run the bundled sample sites through the whole pipeline, offline, and print what came of them.")
final class DemoCommand implements Callable<Integer> {

    private static final int PARTITIONS = 2;

    @Mixin
    private KafkaOptions kafka;

    private final Console console;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        List<Page> pages = SamplePages.load();
        console.say("starting Kafka and both services …");
        try (LocalPipeline pipeline = LocalPipeline.start(kafka.temporary(PARTITIONS))) {
            try (PageFeed feed = new PageFeed(pipeline.cluster().clients(), pipeline.prefix())) {
                pages.forEach(feed::page);
                feed.flush();
            }
            console.say("fed " + pages.size() + " pages");
            pipeline.awaitSettled(open -> console.progress(open + " records on their way"));
            try (FinalState state = FinalState.read(pipeline.reader(), pipeline.prefix())) {
                boolean balanced = new DemoReport(console.out(), state).print(pages);
                return balanced ? 0 : 1;
            }
        }
    }
}
