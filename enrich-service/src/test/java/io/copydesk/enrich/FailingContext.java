package io.copydesk.enrich;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Throws when a record is forwarded to the child {@link #failing}. */
final class FailingContext extends MockProcessorContext<String, Object> {

    String failing;

    /** Without a folder. */
    FailingContext() {}

    /** @param folder of the task */
    FailingContext(Path folder) {
        super(settings(), new TaskId(1, 0), folder.toFile());
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        return settings;
    }

    @Override
    public <K extends String, V> void forward(Record<K, V> record, String child) {
        if (child.equals(failing)) {
            throw new IllegalStateException("planted");
        }
        super.forward(record, child);
    }
}
