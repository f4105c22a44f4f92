package io.copydesk.standalone.command;

import io.copydesk.schemas.FeedStatus;
import io.copydesk.standalone.pipeline.UsageException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            Set<String> watched = subscriptions.all().keySet();
            if (!watched.containsAll(normalised)) {
                Map<String, FeedStatus> status = subscriptions.status();
                normalised.stream().filter(url -> !watched.contains(url)).forEach(url -> refuseNamed(status.get(url)));
            }
            FeedsCommand.requireWatched(normalised, watched);
            normalised.forEach(subscriptions::remove);
            subscriptions.flush();
            normalised.forEach(url -> console.out().println(url));
            return 0;
        });
    }

    /** A sitemap that an index names ends with the index. */
    private static void refuseNamed(@Nullable FeedStatus status) {
        if (status != null && status.index() != null) {
            throw new UsageException(
                    status.url() + " is named by the sitemap index " + status.index() + "; remove that");
        }
    }
}
