package io.copydesk.standalone.command;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "refresh",
        description =
                "Poll feeds now, as soon as the pause of their host allows; all that are watched, unless some are named."
                        + " It needs a frontier that runs (run, service).")
final class FeedsRefreshCommand implements Callable<Integer> {

    @Parameters(paramLabel = "URL", arity = "0..*", description = "URL as feeds list shows it.")
    private List<String> urls = List.of();

    @Mixin
    private KafkaOptions kafka;

    private final Console console;

    FeedsRefreshCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        List<String> named = urls.stream().map(FeedsCommand::normalised).toList();
        return FeedsCommand.on(kafka, subscriptions -> {
            Set<String> watched = new TreeSet<>(subscriptions.all().keySet());
            subscriptions.status().values().stream()
                    .filter(feed -> feed.index() != null)
                    .forEach(feed -> watched.add(feed.url()));
            FeedsCommand.requireWatched(named, watched);
            Collection<String> wanted = named.isEmpty() ? watched : named;
            wanted.forEach(subscriptions::refresh);
            subscriptions.flush();
            wanted.forEach(url -> console.out().println(url));
            return 0;
        });
    }
}
