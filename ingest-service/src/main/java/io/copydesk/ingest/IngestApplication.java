package io.copydesk.ingest;

import io.copydesk.extraction.Extractor;
import io.copydesk.ingest.clean.CleanTopology;
import io.copydesk.ingest.clean.Cleaner;
import io.copydesk.ingest.clean.ExtractionSettings;
import io.copydesk.kit.deadletter.DeadLetterExceptionHandler;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.StreamsApplication;
import io.copydesk.kit.streams.StreamsSettings;
import io.copydesk.schemas.DeadLetter.Stage;

/** The ingest service as one Kafka Streams application. */
public final class IngestApplication {

    private IngestApplication() {}

    /** Its id under a prefix, which is its consumer group too. */
    public static String id(String prefix) {
        return "copydesk-" + prefix + "ingest";
    }

    /** The application over the topics of {@code prefix}, which is part of its id. */
    public static StreamsApplication of(String prefix, KafkaSettings kafka, StreamsSettings streams) {
        return of(prefix, ExtractionSettings.defaults(), kafka, streams);
    }

    /** The same with other settings of the extraction. */
    public static StreamsApplication of(
            String prefix, ExtractionSettings extraction, KafkaSettings kafka, StreamsSettings streams) {
        return new StreamsApplication(
                id(prefix),
                CleanTopology.build(prefix, new Cleaner(Extractor.create(extraction.options()))),
                DeadLetterExceptionHandler.class,
                DeadLetterExceptionHandler.class,
                DeadLetterExceptionHandler.class,
                DeadLetterExceptionHandler.withLedger(prefix, Stage.CLEAN),
                kafka,
                streams);
    }
}
