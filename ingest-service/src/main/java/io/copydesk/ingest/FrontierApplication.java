package io.copydesk.ingest;

import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.ingest.frontier.FrontierTopology;
import io.copydesk.ingest.websub.PushedService;
import io.copydesk.kit.config.ConfigException;
import io.copydesk.kit.config.DurationText;
import io.copydesk.kit.deadletter.DeadLetterExceptionHandler;
import io.copydesk.kit.metrics.PushMeters;
import io.copydesk.kit.metrics.TopicMeters;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.RunningService;
import io.copydesk.kit.streams.StreamsApplication;
import io.copydesk.kit.streams.StreamsSettings;
import io.copydesk.schemas.DeadLetter.Stage;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The frontier as one Kafka Streams application. */
public final class FrontierApplication {

    /** A request is seen after the commit of the task that makes it, and so is what its outcome causes. */
    private static final Duration LONGEST_COMMIT_INTERVAL = Duration.ofMillis(100);

    private FrontierApplication() {}

    /** Its id, which is also the name of its consumer group. */
    public static String id(String prefix) {
        return "copydesk-" + prefix + "frontier";
    }

    /** {@code frontier} with the callback for hubs beside it when the settings name one, else itself. */
    public static RunningService pushed(
            RunningService frontier,
            String prefix,
            FrontierSettings settings,
            FetchSettings fetch,
            KafkaSettings kafka,
            @Nullable TopicMeters meters) {
        return settings.callback().isEmpty()
                ? frontier
                : new PushedService(
                        frontier,
                        prefix,
                        kafka,
                        settings.callbackAddress(),
                        (int) fetch.maxFeed().bytes(),
                        Clock.systemUTC(),
                        PushMeters.of(meters));
    }

    /**
     * The application over the topics of {@code prefix}, which is part of its id.
     *
     * @param fetch of the fetchers that make the requests
     * @throws ConfigException when a request may still be under way when its lease ends: the next one to its host would overlap
     */
    public static StreamsApplication of(
            String prefix,
            FrontierSettings frontier,
            FetchSettings fetch,
            KafkaSettings kafka,
            StreamsSettings streams) {
        Duration longest = frontier.startWithin().plus(fetch.deadline());
        if (frontier.lease().compareTo(longest) < 0) {
            throw new ConfigException(
                    "frontier.lease must be at least frontier.start-within and fetch.deadline together, "
                            + DurationText.format(longest) + ", but is " + DurationText.format(frontier.lease()));
        }
        Duration commit = streams.commitInterval();
        return new StreamsApplication(
                id(prefix),
                FrontierTopology.build(prefix, frontier, fetch.productToken()),
                DeadLetterExceptionHandler.class,
                DeadLetterExceptionHandler.class,
                DeadLetterExceptionHandler.class,
                DeadLetterExceptionHandler.withLedger(prefix, Stage.FETCH),
                kafka,
                streams.withCommitInterval(
                        commit.compareTo(LONGEST_COMMIT_INTERVAL) < 0 ? commit : LONGEST_COMMIT_INTERVAL));
    }
}
