package io.copydesk.ingest.clean;

import io.copydesk.kit.streams.ArticleLog;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/** A task without a cluster: all articles that it wrote are in memory, also for the task that goes on from its stores. */
final class TestTask implements CleanTask {

    private final RecentArticles articles = new RecentArticles(ArticleLog.NONE, Long.MAX_VALUE);

    @Override
    public KeyValueBytesStoreSupplier store(String name) {
        return Stores.inMemoryKeyValueStore(name);
    }

    @Override
    public RecentArticles articles(ProcessorContext<?, ?> context, String topic) {
        return articles;
    }
}
