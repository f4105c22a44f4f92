package io.copydesk.standalone.command;

import io.copydesk.schemas.FeedStatus;
import io.copydesk.standalone.pipeline.UsageException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        description =
                "Stop watching feeds; with a sitemap index, the sitemaps that it names. What was fetched is kept.")
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
            for (String url : unknown) {
                FeedStatus status = subscriptions.status().get(url);
                if (status != null && status.index() != null) {
                    throw new UsageException(
                            url + " is named by the sitemap index " + status.index() + "; remove that");
                }
            }
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
