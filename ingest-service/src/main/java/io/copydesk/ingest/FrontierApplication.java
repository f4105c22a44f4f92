package io.copydesk.ingest;

import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.ingest.frontier.FrontierTopology;
import io.copydesk.kit.deadletter.DeadLetterExceptionHandler;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.StreamsApplication;
import io.copydesk.kit.streams.StreamsSettings;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.Topics;
import java.util.Map;

/** The frontier as one Kafka Streams application. */
public final class FrontierApplication {

    /** What robots.txt files call us. */
    public static final String AGENT = "Copydesk";

    private FrontierApplication() {}

    /** The application over the topics of {@code prefix}, which is part of its id. */
    public static StreamsApplication of(
            String prefix, FrontierSettings frontier, KafkaSettings kafka, StreamsSettings streams) {
        return new StreamsApplication(
                "copydesk-" + prefix + "frontier",
                FrontierTopology.build(prefix, frontier, AGENT),
                DeadLetterExceptionHandler.class,
                DeadLetterExceptionHandler.class,
                Map.of(
                        DeadLetterExceptionHandler.TOPIC, Topics.DEAD_LETTERS.name(prefix),
                        DeadLetterExceptionHandler.LEDGER, Topics.LEDGER.name(prefix),
                        DeadLetterExceptionHandler.STAGE, Stage.FETCH.name()),
                kafka,
                streams);
    }
}
