package io.copydesk.enrich;

import io.copydesk.enrich.copy.CopyLog;
import io.copydesk.enrich.copy.KafkaCopyLog;
import io.copydesk.kit.streams.ArticleLog;
import io.copydesk.kit.streams.KafkaArticleLog;
import java.time.Duration;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowBytesStoreSupplier;

/** What a task of the topology has around it: stores, and topics that it reads besides its input. */
public interface EnrichTask {

    /** The supplier of a store with a changelog. */
    KeyValueBytesStoreSupplier store(String name);

    /** The supplier of the store of texts, which drops what is older than {@code kept}. */
    WindowBytesStoreSupplier texts(String name, Duration kept);

    /** The changelog of the sketches of the task with a context. */
    SketchChangelog sketches(ProcessorContext<?, ?> context);

    /** Copies of the files of the task with a context; {@link CopyLog#NONE} where none are kept. */
    default CopyLog copies(StateStoreContext context) {
        return CopyLog.NONE;
    }

    /**
     * The partition of {@code articles} of the task with a context.
     *
     * @param topic name of {@code articles}
     */
    ArticleLog articles(ProcessorContext<?, ?> context, String topic);

    /** Stores in files, topics on the cluster of Kafka Streams. */
    EnrichTask ON_CLUSTER = new EnrichTask() {
        @Override
        public KeyValueBytesStoreSupplier store(String name) {
            return name.equals(EnrichTopology.SKETCHES)
                    ? Stores.persistentTimestampedKeyValueStore(name)
                    : Stores.persistentKeyValueStore(name);
        }

        @Override
        public WindowBytesStoreSupplier texts(String name, Duration kept) {
            return Stores.persistentWindowStore(name, kept, Duration.ofMillis(1), false);
        }

        @Override
        public SketchChangelog sketches(ProcessorContext<?, ?> context) {
            return KafkaSketchChangelog.of(context);
        }

        @Override
        public CopyLog copies(StateStoreContext context) {
            return KafkaCopyLog.of(context, EnrichTopology.DECISIONS);
        }

        @Override
        public ArticleLog articles(ProcessorContext<?, ?> context, String topic) {
            return KafkaArticleLog.of(context, topic);
        }
    };
}
