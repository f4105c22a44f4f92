package io.copydesk.console.index;

import io.copydesk.schemas.Json;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;

/** What is subscribed, by URL. */
public final class SubscriptionIndex extends TopicIndex<Subscription> {

    private static final int BUFFER_MEBIBYTES = 4;

    /** In {@code home}. */
    public SubscriptionIndex(Path home) throws IOException {
        super(Topics.SUBSCRIPTIONS, home, BUFFER_MEBIBYTES);
    }

    @Override
    public void put(String key, Subscription feed, ConsumerRecord<byte[], byte[]> record) throws IOException {
        Document document = RecordIndex.document(key, record.timestamp());
        RecordIndex.store(document, RecordIndex.JSON, record.value());
        index().put(key, document);
    }

    /** The subscriptions that changed last, the last first. */
    public List<Subscription> latest(int most) throws IOException {
        return index().search(searcher -> {
            List<Subscription> found = new ArrayList<>();
            StoredFields stored = searcher.storedFields();
            for (ScoreDoc hit :
                    searcher.search(new MatchAllDocsQuery(), most, Found.latest(RecordIndex.ARRIVED)).scoreDocs) {
                found.add(
                        Json.read(RecordIndex.stored(stored.document(hit.doc), RecordIndex.JSON), Subscription.class));
            }
            return found;
        });
    }
}
