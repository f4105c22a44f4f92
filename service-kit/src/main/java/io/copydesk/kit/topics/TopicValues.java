package io.copydesk.kit.topics;

import io.copydesk.schemas.Topic;
import io.copydesk.schemas.TopicRecord;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decodes the records of a topic for those who only read it: an unreadable one is logged as a warning and skipped. */
public final class TopicValues {

    private static final Logger LOG = LoggerFactory.getLogger(TopicValues.class);

    private TopicValues() {}

    /** What is done with each key and value. */
    public interface Handler<V> {
        /**
         * Takes one.
         *
         * @param value {@code null} when the key ended
         */
        void accept(String key, @Nullable V value) throws IOException;
    }

    private interface Step {
        void run() throws IOException;
    }

    /**
     * Hands the record's key and value on, or logs why it is unreadable.
     *
     * @return true, so that a reader goes on
     */
    public static <V> boolean decode(Topic<V> topic, ConsumerRecord<byte[], byte[]> record, Handler<V> handler)
            throws IOException {
        TopicRecord.read(topic, record)
                .<Step>fold(
                        (key, value) -> () -> handler.accept(key, value),
                        key -> () -> handler.accept(key, null),
                        unreadable -> () -> LOG.warn("{}", unreadable.message()))
                .run();
        return true;
    }
}
