package io.copydesk.standalone.command;

import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FeedStatus.Health;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Subscription;
import io.copydesk.standalone.subscriptions.Subscriptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = "List every feed with its health, last new item, next poll, and the reason for that time; below a"
                + " sitemap index the sitemaps that it names.")
final class FeedsListCommand implements Callable<Integer> {

    @Option(names = "--json", description = "One line of JSON for each feed.")
    private boolean json;

    @Option(
            names = "--health",
            paramLabel = "WORD",
            description = "Only feeds with this health: ${COMPLETION-CANDIDATES}.")
    private Health health;

    @Option(names = "--silent", description = "Only feeds that answer but should have published since their last item.")
    private boolean silent;

    @Option(
            names = "--pages-failing",
            description = "Only feeds that answer but of whose last five pages or more none could be fetched.")
    private boolean pagesFailing;

    @Option(names = "--pushed", description = "Only feeds with a lease at a WebSub hub.")
    private boolean pushed;

    @Mixin
    private KafkaOptions kafka;

    private final Console console;

    FeedsListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return FeedsCommand.on(kafka, this::print);
    }

    private int print(Subscriptions subscriptions) throws Exception {
        Map<String, FeedStatus> status = subscriptions.status();
        if (!json) {
            console.out().println("health\tlast new item\tnext poll\titems\tfeed\twhy");
        }
        Map<String, List<FeedStatus>> named = status.values().stream()
                .filter(feed -> feed.index() != null)
                .collect(Collectors.groupingBy(FeedStatus::index));
        for (Subscription subscription : subscriptions.all().values()) {
            print(status.getOrDefault(subscription.url(), FeedsCommand.unknown(subscription)));
            named.getOrDefault(subscription.url(), List.of()).forEach(this::print);
        }
        return 0;
    }

    private void print(FeedStatus feed) {
        if ((health == null || feed.health() == health)
                && (!silent || feed.silentSince() != null)
                && (!pagesFailing || feed.pagesFailingSince() != null)
                && (!pushed || feed.pushedUntil() != null)) {
            console.out().println(json ? Json.line(feed) : row(feed));
        }
    }

    /** What is wrong with a feed that answers, else its health. */
    private static String word(FeedStatus feed) {
        if (feed.pagesFailingSince() != null) {
            return "pages-failing";
        }
        return feed.silentSince() != null ? "silent" : Json.label(feed.health());
    }

    private static String row(FeedStatus feed) {
        return String.join(
                "\t",
                word(feed),
                feed.lastNewItem() == null ? "-" : feed.lastNewItem(),
                feed.nextPoll() == null ? "-" : feed.nextPoll(),
                Long.toString(feed.items()),
                feed.url(),
                priority(feed) + (feed.index() == null ? feed.why() : "named by " + feed.index() + "; " + feed.why()));
    }

    private static String priority(FeedStatus feed) {
        return feed.priority() == null ? "" : Json.label(feed.priority()) + " priority; ";
    }
}
