package io.copydesk.ingest.frontier;

import io.copydesk.schemas.FetchOutcome;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Outcomes to outcomes with what their bodies say. Holds no state. */
final class ReadProcessor extends ContextualProcessor<String, FetchOutcome, String, Object> {

    /** An outcome that was read. */
    record Read(FetchOutcome outcome, Reading reading) {}

    @Override
    public void process(Record<String, FetchOutcome> record) {
        if (record.value() != null) {
            context().forward(record.withValue((Object) new Read(record.value(), DocumentReader.read(record.value()))));
        }
    }
}
