package io.copydesk.console.index;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FeedStatus.Health;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** The health of each feed that is watched. */
public final class FeedIndex extends TopicIndex<FeedStatus> {

    private static final int BUFFER_MEBIBYTES = 8;
    private static final String HEALTH = "health";
    private static final String TROUBLE = "trouble";
    private static final String TEXT = "text";
    private static final String NEW_ITEM = "new-item";

    /** In {@code home}. */
    public FeedIndex(Path home) throws IOException {
        super(Topics.FEED_STATUS, home, BUFFER_MEBIBYTES);
    }

    @Override
    public void put(String key, FeedStatus feed, ConsumerRecord<byte[], byte[]> record) throws IOException {
        Document document = RecordIndex.document(key, record.timestamp());
        RecordIndex.store(document, RecordIndex.JSON, record.value());
        RecordIndex.label(document, HEALTH, Json.label(feed.health()));
        if (feed.silentSince() != null) {
            RecordIndex.label(document, TROUBLE, "silent");
        }
        if (feed.pagesFailingSince() != null) {
            RecordIndex.label(document, TROUBLE, "pages-failing");
        }
        ArticleIndex.text(document, TEXT, feed.url());
        ArticleIndex.text(document, TEXT, feed.title());
        ArticleIndex.text(document, TEXT, feed.why());
        ArticleIndex.event(document, NEW_ITEM, feed.lastNewItem());
        index().put(key, document);
    }

    /**
     * A page of them, the one with the newest item first.
     *
     * @param health label of {@link Health}, {@code silent}, {@code pages-failing} or {@code null} for any
     */
    public ObjectNode find(String words, @Nullable String health, Slice slice) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(Words.query(words, Map.of(TEXT, 1f)), Occur.MUST);
        boolean trouble = "silent".equals(health) || "pages-failing".equals(health);
        ArticleIndex.filter(query, trouble ? TROUBLE : HEALTH, health);
        return latest(query.build(), NEW_ITEM, slice);
    }

    /** How many feeds there are of each health, and with trouble of another kind. */
    public Map<String, Integer> healths() throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Health health : Health.values()) {
            counts.put(Json.label(health), count(new TermQuery(new Term(HEALTH, Json.label(health)))));
        }
        for (String trouble : new String[] {"silent", "pages-failing"}) {
            counts.put(trouble, count(new TermQuery(new Term(TROUBLE, trouble))));
        }
        return counts;
    }
}
