package io.copydesk.standalone.command;

import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Subscription;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
                Map<String, Subscription> all = subscriptions.all();
                FeedsCommand.requireWatched(List.of(normalised), all.keySet());
                status = status == null ? FeedsCommand.unknown(Objects.requireNonNull(all.get(normalised))) : status;
            }
            console.out().println(Json.line(status));
            return 0;
        });
    }
}
