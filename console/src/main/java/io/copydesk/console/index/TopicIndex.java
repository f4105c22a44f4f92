package io.copydesk.console.index;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.schemas.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/**
 * What is kept of one topic. Written by one thread, searched by any number.
 *
 * @param <V> the topic's record
 */
public abstract class TopicIndex<V> implements AutoCloseable {

    private final Topic<V> topic;
    private final RecordIndex index;

    /** In a folder of {@code home} that has the topic's name. */
    TopicIndex(Topic<V> topic, Path home, int bufferMebibytes) throws IOException {
        this.topic = topic;
        this.index = RecordIndex.open(home.resolve(topic.name()), bufferMebibytes);
    }

    /** The topic. */
    public final Topic<V> topic() {
        return topic;
    }

    /** Its documents. */
    public final RecordIndex index() {
        return index;
    }

    /** Takes a record with a value. */
    public abstract void put(String key, V value, ConsumerRecord<byte[], byte[]> record) throws IOException;

    /** Takes the end of a key. */
    public void end(String key, ConsumerRecord<byte[], byte[]> record) throws IOException {
        index.remove(key);
    }

    /** Removes what the topic does not keep any more at {@code now}, in epoch milliseconds. */
    public final void prune(long now) throws IOException {
        if (topic.kept() != null && topic.cleanup() != Topic.Cleanup.COMPACT) {
            index.removeBefore(now - topic.kept().toMillis());
        }
    }

    /** A page of the records that fit, as JSON, those with the greatest number in {@code field} first. */
    final ObjectNode latest(Query query, String field, Slice slice) throws IOException {
        return index.search(searcher -> Found.page(
                searcher, query, Found.latest(field), slice, document -> Found.json(document, RecordIndex.JSON)));
    }

    /** How many documents fit. */
    final int count(Query query) throws IOException {
        return index.search(searcher -> searcher.count(query));
    }

    /** How many records there are. */
    public final int size() throws IOException {
        return index.search(searcher -> searcher.getIndexReader().numDocs());
    }

    /** Hands on the Kafka timestamp, in epoch milliseconds, of every document that arrived at {@code since} or later. */
    public final void forEachArrival(long since, LongConsumer arrivals) throws IOException {
        Query recent = LongPoint.newRangeQuery(RecordIndex.ARRIVED, since, Long.MAX_VALUE);
        index.search(searcher -> {
            Weight weight = searcher.createWeight(searcher.rewrite(recent), ScoreMode.COMPLETE_NO_SCORES, 1);
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                Scorer scorer = weight.scorer(leaf);
                NumericDocValues times = leaf.reader().getNumericDocValues(RecordIndex.ARRIVED);
                if (scorer != null && times != null) {
                    Bits live = leaf.reader().getLiveDocs();
                    DocIdSetIterator found = scorer.iterator();
                    for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
                        if ((live == null || live.get(doc)) && times.advanceExact(doc)) {
                            arrivals.accept(times.longValue());
                        }
                    }
                }
            }
            return true;
        });
    }

    /** The document of a key. */
    final Optional<Document> document(String key) throws IOException {
        Query wanted = new TermQuery(new Term(RecordIndex.KEY, RecordIndex.term(key)));
        return index.search(searcher -> {
            ScoreDoc[] hits = searcher.search(wanted, 1).scoreDocs;
            return hits.length == 0
                    ? Optional.empty()
                    : Optional.of(searcher.storedFields().document(hits[0].doc));
        });
    }

    /** The JSON of a key's document. */
    public final Optional<ObjectNode> json(String key) throws IOException {
        Optional<Document> document = document(key);
        return document.isEmpty() ? Optional.empty() : Optional.of(Found.json(document.get(), RecordIndex.JSON));
    }

    /** Forgets what was not committed. */
    @Override
    public void close() throws IOException {
        index.close();
    }
}
