package io.copydesk.enrich;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Throws when a record is forwarded to the child {@link #failing}. */
final class FailingContext extends MockProcessorContext<String, Object> {

    String failing;

    @Override
    public <K extends String, V> void forward(Record<K, V> record, String child) {
        if (child.equals(failing)) {
            throw new IllegalStateException("planted");
        }
        super.forward(record, child);
    }
}
