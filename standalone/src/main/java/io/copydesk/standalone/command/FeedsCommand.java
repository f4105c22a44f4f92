package io.copydesk.standalone.command;

import io.copydesk.ingest.link.UrlKey;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FeedStatus.Health;
import io.copydesk.schemas.Subscription;
import io.copydesk.standalone.pipeline.Cluster;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.pipeline.UsageException;
import io.copydesk.standalone.subscriptions.Subscriptions;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;

@Command(
        name = "feeds",
        description = "List and change what is watched, also while run is running.",
        synopsisSubcommandLabel = "COMMAND")
final class FeedsCommand {

    private static final int PARTITIONS = 4;

    /** What is done with the subscriptions; returns the exit code. */
    interface Work {
        int with(Subscriptions subscriptions) throws Exception;
    }

    static int on(KafkaOptions kafka, Work work) throws Exception {
        PipelineOptions options = kafka.kept(PARTITIONS);
        try (Cluster cluster = Cluster.join(options.cluster(), options.data());
                Subscriptions subscriptions = new Subscriptions(cluster, options.prefix(), PARTITIONS)) {
            return work.with(subscriptions);
        }
    }

    /** A feed that the frontier has not looked at. */
    static FeedStatus unknown(Subscription subscription) {
        return FeedStatus.builder()
                .url(subscription.url())
                .title(subscription.title())
                .health(Health.NEW)
                .priority(subscription.priority())
                .why("not looked at yet")
                .build();
    }

    /** Refuses {@code urls} that are not among {@code watched}, by name. */
    static void requireWatched(Collection<String> urls, Set<String> watched) {
        List<String> unknown =
                urls.stream().filter(url -> !watched.contains(url)).toList();
        if (!unknown.isEmpty()) {
            throw new UsageException("not watched: " + String.join(", ", unknown) + "; feeds list shows what is");
        }
    }

    /** The URL in the spelling that is kept. */
    static String normalised(String url) {
        return UrlKey.of(url).fold(UrlKey.Key::url, reason -> {
            throw new UsageException(url + " is not an http or https URL (" + reason
                    + "); give one such as https://site.example/feed.xml");
        });
    }
}
