package io.copydesk.ingest.clean;

import io.copydesk.kit.streams.KafkaArticleLog;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/** What a task of the topology has around it: stores, and the articles that it wrote. */
public interface CleanTask {

    /** The supplier of a store with a changelog. */
    KeyValueBytesStoreSupplier store(String name);

    /**
     * The partition of {@code articles} of the task with a context.
     *
     * @param topic name of {@code articles}
     */
    RecentArticles articles(ProcessorContext<?, ?> context, String topic);

    /** Stores in files, topics on the cluster of Kafka Streams. */
    CleanTask ON_CLUSTER = new CleanTask() {

        /** Of articles in memory: some 500 of them, so that what is fetched again soon is not read again. */
        private static final long RECENT_BYTES = 4L << 20;

        @Override
        public KeyValueBytesStoreSupplier store(String name) {
            return Stores.persistentKeyValueStore(name);
        }

        @Override
        public RecentArticles articles(ProcessorContext<?, ?> context, String topic) {
            return new RecentArticles(KafkaArticleLog.of(context, topic), RECENT_BYTES);
        }
    };
}
