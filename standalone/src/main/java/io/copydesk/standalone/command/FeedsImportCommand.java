package io.copydesk.standalone.command;

import io.copydesk.schemas.Subscription;
import io.copydesk.standalone.subscriptions.OpmlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "import", description = "Watch the feeds of an OPML file.")
final class FeedsImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "OPML 1.0, 1.1 or 2.0.")
    private Path file;

    @Mixin
    private KafkaOptions kafka;

    private final Console console;

    FeedsImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        List<Subscription> feeds = OpmlFile.read(file, console::say);
        return FeedsCommand.on(kafka, subscriptions -> {
            subscriptions.addAll(feeds);
            subscriptions.flush();
            console.out().println("imported\t" + feeds.size());
            return 0;
        });
    }
}
