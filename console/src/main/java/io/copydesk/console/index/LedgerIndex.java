package io.copydesk.console.index;

import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.LedgerEntry.Outcome;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;

/** Where each input ended. */
public final class LedgerIndex extends TopicIndex<LedgerEntry> {

    private static final int BUFFER_MEBIBYTES = 8;
    private static final String OUTCOME = "outcome";
    private static final String FIRST = "first";

    /** In {@code home}. */
    public LedgerIndex(Path home) throws IOException {
        super(Topics.LEDGER, home, BUFFER_MEBIBYTES);
    }

    @Override
    public void put(String key, LedgerEntry entry, ConsumerRecord<byte[], byte[]> record) throws IOException {
        Document document = RecordIndex.document(key, record.timestamp());
        RecordIndex.label(document, OUTCOME, Json.label(entry.outcome()));
        Integer version = entry.version();
        if (entry.outcome() == Outcome.ARTICLE && version != null && version == 1) {
            RecordIndex.label(document, FIRST, "1");
        }
        index().put(key, document);
    }

    /** How many inputs ended where. */
    public Map<String, Integer> outcomes() throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            counts.put(Json.label(outcome), count(new TermQuery(new Term(OUTCOME, Json.label(outcome)))));
        }
        return counts;
    }

    /** How many inputs are the first version of an article: the number of articles that cleaning knows. */
    public int firstVersions() throws IOException {
        return count(new TermQuery(new Term(FIRST, "1")));
    }
}
