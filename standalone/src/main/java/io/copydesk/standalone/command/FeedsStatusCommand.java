package io.copydesk.standalone.command;

import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Subscription;
import io.copydesk.standalone.pipeline.UsageException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "status", description = "Print the status of one feed as a line of JSON.")
final class FeedsStatusCommand implements Callable<Integer> {

    @Parameters(paramLabel = "URL", description = "URL as feeds list shows it.")
    private String url;

    @Mixin
    private KafkaOptions kafka;

    private final Console console;

    FeedsStatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        String normalised = FeedsCommand.normalised(url);
        return FeedsCommand.on(kafka, subscriptions -> {
            FeedStatus status = subscriptions.status().get(normalised);
            if (status == null || status.index() == null) {
                Subscription subscription = subscriptions.all().get(normalised);
                if (subscription == null) {
                    throw new UsageException("not watched: " + normalised + "; feeds list shows what is");
                }
                status = status == null ? FeedsCommand.unknown(subscription) : status;
            }
            console.out().println(Json.line(status));
            return 0;
        });
    }
}
