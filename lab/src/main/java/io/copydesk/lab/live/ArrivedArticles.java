package io.copydesk.lab.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topics;
import io.copydesk.verify.state.TopicReader;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Follows {@code articles} on a thread of its own and notes when each URL arrived first. Thread-safe. */
final class ArrivedArticles implements AutoCloseable {

    private final Map<String, Long> arrived = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile @Nullable Exception ended;

    /** @param clients settings that name the cluster, which has the topics */
    ArrivedArticles(Properties clients) {
        thread = new Thread(() -> follow(clients), "articles");
        thread.setDaemon(true);
        thread.start();
    }

    private void follow(Properties clients) {
        try {
            new TopicReader(clients).read(Topics.ARTICLES.name(Topics.DEFAULT_PREFIX), true, record -> {
                JsonNode article = Json.tree(record.value());
                arrived.putIfAbsent(article.path("url").asText(), System.nanoTime());
                return true;
            });
        } catch (IOException | InterruptException e) {
            ended = e;
        }
    }

    /**
     * When the article of a URL arrived, by {@link System#nanoTime}; {@code null} when it has not.
     *
     * @throws IllegalStateException when the topic is no longer followed
     */
    @Nullable
    Long at(String url) {
        if (ended != null) {
            throw new IllegalStateException("articles can no longer be followed", ended);
        }
        return arrived.get(url);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
