package io.copydesk.standalone.command;

import io.copydesk.ingest.opml.Opml;
import io.copydesk.ingest.opml.OpmlEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "Write what is watched as OPML 2.0.")
final class FeedsExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "File to write; standard output by default.")
    private Path file;

    @Mixin
    private KafkaOptions kafka;

    private final Console console;

    FeedsExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return FeedsCommand.on(kafka, subscriptions -> {
            List<OpmlEntry> entries = subscriptions.all().values().stream()
                    .map(feed -> new OpmlEntry(feed.url(), feed.title(), feed.category(), feed.priority()))
                    .toList();
            byte[] written = Opml.write(entries, "Copydesk subscriptions", Instant.now());
            if (file == null) {
                console.out().writeBytes(written);
            } else {
                Files.write(file, written);
                console.say("wrote " + entries.size() + " feeds to " + file);
            }
            return 0;
        });
    }
}
