package io.copydesk.console.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.console.index.ArticleIndex;
import io.copydesk.console.live.Viewers.Event;
import io.copydesk.console.topic.Arrivals;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topic;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Turns what arrives into counts and, for those who watch, into one event each time that searches find it: the number of records by
 * topic, and the last few articles. However fast a replay is, an event stays small. For the one thread that reads the topics.
 */
public final class LiveEvents implements Arrivals {

    private static final int MOST_ARTICLES = 20;

    private final Rates rates;
    private final Viewers viewers;
    private final Deque<ObjectNode> articles = new ArrayDeque<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /** Counts into {@code rates} and tells {@code viewers}. */
    public LiveEvents(Rates rates, Viewers viewers) {
        this.rates = rates;
        this.viewers = viewers;
    }

    @Override
    public <V> void arrived(Topic<V> topic, V value, ConsumerRecord<byte[], byte[]> record, boolean live) {
        rates.count(topic, record.timestamp());
        if (!live || viewers.isEmpty()) {
            return;
        }
        counts.merge(topic.name(), 1, Integer::sum);
        if (value instanceof Article article) {
            articles.addFirst(ArticleIndex.summary(article.id(), article).put("arrived", record.timestamp()));
            if (articles.size() > MOST_ARTICLES) {
                articles.removeLast();
            }
        }
    }

    @Override
    public void visible() {
        if (counts.isEmpty()) {
            return;
        }
        ObjectNode event = Json.object();
        ObjectNode topics = event.putObject("topics");
        counts.forEach(topics::put);
        ArrayNode newest = event.putArray("articles");
        articles.forEach(newest::add);
        viewers.publish(new Event("arrived", Json.line(event)));
        counts.clear();
        articles.clear();
    }
}
