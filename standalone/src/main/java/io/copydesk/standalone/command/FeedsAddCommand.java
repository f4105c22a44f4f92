package io.copydesk.standalone.command;

import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.fetch.RefusedUrls;
import io.copydesk.schemas.FeedPriority;
import io.copydesk.schemas.Subscription;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description =
                "Watch feeds or sitemaps. Of a feed that is watched already, category, --every and --priority are changed.")
final class FeedsAddCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "URL",
            arity = "1..*",
            description = "URL of a feed or sitemap; feeds discover finds them.")
    private List<String> urls;

    @Option(names = "--category", paramLabel = "NAME", description = "Category (OPML folder) of the feeds.")
    private String category;

    @Option(
            names = "--every",
            paramLabel = "MIN[..MAX]",
            description =
                    "Shortest and longest time between two polls, such as 10m or 5m..1h; auto: as the feed's rhythm suggests"
                            + " (default of a new feed). A longer time that the server asks for is kept.")
    private String every;

    @Option(
            names = "--priority",
            paramLabel = "WORD",
            description =
                    "Fetched first, with the pages that it names, while more is due than may be requested: ${COMPLETION-CANDIDATES}"
                            + " (default of a new feed: normal).")
    private FeedPriority priority;

    @Mixin
    private KafkaOptions kafka;

    private final Console console;

    FeedsAddCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        List<String> normalised = urls.stream().map(FeedsCommand::normalised).toList();
        PollBounds bounds = PollBounds.parse(every);
        return FeedsCommand.on(kafka, subscriptions -> {
            Map<String, Subscription> known = subscriptions.all();
            for (String url : normalised) {
                Subscription feed = new Subscription(url, null, category, null)
                        .prioritised(priority)
                        .over(known.get(url));
                subscriptions.add(every == null ? feed : feed.polled(bounds.minSeconds(), bounds.maxSeconds()));
            }
            subscriptions.flush();
            normalised.forEach(this::told);
            return 0;
        });
    }

    /** What is refused at every poll is kept all the same: the services that poll it may have other settings. */
    private void told(String url) {
        console.out().println(url);
        RefusedUrls.reason(url, FetchSettings.defaults())
                .ifPresent(reason -> console.say(
                        "warning: unless settings say otherwise, " + url + " is refused at every poll: " + reason));
    }
}
