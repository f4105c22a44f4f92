package io.copydesk.standalone.command;

import io.copydesk.standalone.pipeline.UsageException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Stop watching feeds. What was fetched is kept.")
final class FeedsRemoveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "URL", arity = "1..*", description = "URL as feeds list shows it.")
    private List<String> urls;

    @Mixin
    private KafkaOptions kafka;

    private final Console console;

    FeedsRemoveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        List<String> normalised = urls.stream().map(FeedsCommand::normalised).toList();
        return FeedsCommand.on(kafka, subscriptions -> {
            Map<String, ?> watched = subscriptions.all();
            List<String> unknown =
                    normalised.stream().filter(url -> !watched.containsKey(url)).toList();
            if (!unknown.isEmpty()) {
                throw new UsageException("not watched: " + String.join(", ", unknown) + "; feeds list shows what is");
            }
            normalised.forEach(subscriptions::remove);
            subscriptions.flush();
            normalised.forEach(url -> console.out().println(url));
            return 0;
        });
    }
}
