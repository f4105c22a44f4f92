package io.copydesk.console.topic;

import io.copydesk.schemas.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Who is told what arrived. Called by the thread that reads; must not block. */
public interface Arrivals {

    /**
     * A record with a value.
     *
     * @param live whether it arrived after the topics had been read to their end
     */
    <V> void arrived(Topic<V> topic, V value, ConsumerRecord<byte[], byte[]> record, boolean live);

    /** What arrived is found by searches now. */
    void visible();
}
