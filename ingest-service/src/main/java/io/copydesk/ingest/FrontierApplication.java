package io.copydesk.ingest;

import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.ingest.frontier.FrontierTopology;
import io.copydesk.kit.deadletter.DeadLetterExceptionHandler;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.StreamsApplication;
import io.copydesk.kit.streams.StreamsSettings;
import io.copydesk.schemas.DeadLetter.Stage;

/** The frontier as one Kafka Streams application. */
public final class FrontierApplication {

    private FrontierApplication() {}

    /**
     * The application over the topics of {@code prefix}, which is part of its id.
     *
     * @param productToken the name that robots.txt is judged for, {@link
     *     io.copydesk.ingest.fetch.FetchSettings#productToken} of the fetcher that makes the requests
     */
    public static StreamsApplication of(
            String prefix,
            FrontierSettings frontier,
            String productToken,
            KafkaSettings kafka,
            StreamsSettings streams) {
        return new StreamsApplication(
                "copydesk-" + prefix + "frontier",
                FrontierTopology.build(prefix, frontier, productToken),
                DeadLetterExceptionHandler.class,
                DeadLetterExceptionHandler.class,
                DeadLetterExceptionHandler.class,
                DeadLetterExceptionHandler.withLedger(prefix, Stage.FETCH),
                kafka,
                streams);
    }
}
