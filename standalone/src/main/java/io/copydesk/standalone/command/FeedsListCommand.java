package io.copydesk.standalone.command;

import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FeedStatus.Health;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Subscription;
import io.copydesk.standalone.pipeline.UsageException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code feeds list} shows all, {@code feeds status URL} one. */
@Command
final class FeedsListCommand implements Callable<Integer> {

    @Command(name = "list", description = "Every feed with its health, last new item, next poll, and why then.")
    static final class All implements Callable<Integer> {

        @Option(names = "--json", description = "One line of JSON for each feed.")
        private boolean json;

        @Option(names = "--health", paramLabel = "WORD", description = "Only those: ${COMPLETION-CANDIDATES}.")
        private Health health;

        @Mixin
        private KafkaOptions kafka;

        private final Console console;

        All(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws Exception {
            return FeedsCommand.on(kafka, subscriptions -> {
                Map<String, FeedStatus> status = subscriptions.status();
                if (!json) {
                    console.out().println("health\tlast new item\tnext poll\titems\tfeed\twhy");
                }
                for (Subscription subscription : subscriptions.all().values()) {
                    FeedStatus feed = status.getOrDefault(subscription.url(), unknown(subscription));
                    if (health == null || feed.health() == health) {
                        console.out().println(json ? Json.line(feed) : row(feed));
                    }
                }
                return 0;
            });
        }
    }

    @Parameters(paramLabel = "URL", description = "As feeds list shows it.")
    private String url;

    @Mixin
    private KafkaOptions kafka;

    private final Console console;

    FeedsListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        String normalised = FeedsCommand.normalised(url);
        return FeedsCommand.on(kafka, subscriptions -> {
            Subscription subscription = subscriptions.all().get(normalised);
            if (subscription == null) {
                throw new UsageException("not watched: " + normalised + "; feeds list shows what is");
            }
            console.out().println(Json.line(subscriptions.status().getOrDefault(normalised, unknown(subscription))));
            return 0;
        });
    }

    private static FeedStatus unknown(Subscription subscription) {
        return new FeedStatus(
                subscription.url(),
                subscription.title(),
                Health.NEW,
                null,
                null,
                null,
                "not looked at yet",
                0,
                0,
                0,
                0);
    }

    private static String row(FeedStatus feed) {
        return String.join(
                "\t",
                Json.label(feed.health()),
                feed.lastNewItem() == null ? "-" : feed.lastNewItem(),
                feed.nextPoll() == null ? "-" : feed.nextPoll(),
                Long.toString(feed.items()),
                feed.url(),
                feed.why());
    }
}
