package io.copydesk.enrich;

import io.copydesk.kit.deadletter.DeadLetterExceptionHandler;
import io.copydesk.kit.streams.BoundedRocksMemory;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.StreamsApplication;
import io.copydesk.kit.streams.StreamsSettings;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.Topics;
import java.util.List;
import java.util.Map;

/** The enrich service as one Kafka Streams application. */
public final class EnrichApplication {

    private EnrichApplication() {}

    /** Its id under a prefix, which is its consumer group too. */
    public static String id(String prefix) {
        return "copydesk-" + prefix + "enrich";
    }

    /**
     * The application over the topics of {@code prefix}, which is part of its id. What its state folder has of an earlier life is being
     * read from now on.
     *
     * @param partitions how many partitions {@code articles} has
     */
    public static StreamsApplication of(
            String prefix, int partitions, EnrichSettings settings, KafkaSettings kafka, StreamsSettings streams) {
        SnapshotsAhead ahead = SnapshotsAhead.in(streams.stateDir().resolve(id(prefix)));
        return new StreamsApplication(
                id(prefix),
                EnrichTopology.build(prefix, partitions, settings, ahead),
                DeadLetterExceptionHandler.class,
                DeadLetterExceptionHandler.class,
                DeadLetterExceptionHandler.class,
                Map.of(
                        DeadLetterExceptionHandler.TOPIC, Topics.DEAD_LETTERS.name(prefix),
                        DeadLetterExceptionHandler.STAGE, Stage.ENRICH.name(),
                        BoundedRocksMemory.SMALL_RECORDS_CONFIG, List.of(EnrichTopology.ASSEMBLED),
                        BoundedRocksMemory.PACKED_RECORDS_CONFIG, List.of(EnrichTopology.SKETCHES)),
                kafka,
                streams);
    }
}
