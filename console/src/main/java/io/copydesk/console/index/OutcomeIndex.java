package io.copydesk.console.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;

/** Outcomes of requests of the last day, without bodies. */
public final class OutcomeIndex extends TopicIndex<FetchOutcome> {

    private static final int BUFFER_MEBIBYTES = 8;
    private static final int MOST_GROUPS = 100;
    private static final String FEED = "feed";
    private static final String GROUP = "group";

    /** In {@code home}. */
    public OutcomeIndex(Path home) throws IOException {
        super(Topics.FETCH_OUTCOMES, home, BUFFER_MEBIBYTES);
    }

    /** The position is the key, since one request may have several outcomes. */
    @Override
    public void put(String key, FetchOutcome outcome, ConsumerRecord<byte[], byte[]> record) throws IOException {
        String position = record.partition() + "@" + record.offset();
        Document document = RecordIndex.document(position, record.timestamp());
        RecordIndex.label(document, GROUP, group(outcome));
        if (outcome.target() == FetchTarget.FEED) {
            RecordIndex.label(document, FEED, outcome.url());
            RecordIndex.store(document, RecordIndex.JSON, Json.bytes(summary(outcome)));
        }
        index().put(position, document);
    }

    private static String group(FetchOutcome outcome) {
        String reason = outcome.reason() == null
                ? outcome.status() == 0 ? "" : Integer.toString(outcome.status())
                : Json.label(outcome.reason());
        return Json.label(outcome.target()) + "\t" + Json.label(outcome.result()) + "\t" + reason;
    }

    private static ObjectNode summary(FetchOutcome outcome) {
        ObjectNode node = Json.object();
        node.put("at", outcome.at())
                .put("result", Json.label(outcome.result()))
                .put("status", outcome.status())
                .put("location", outcome.location());
        if (outcome.reason() != null) {
            node.put("reason", Json.label(outcome.reason()));
        }
        return node;
    }

    /** The polls of a feed in the last day, the last first, at most {@value Slice#MOST}. */
    public JsonNode ofFeed(String url) throws IOException {
        TermQuery polls = new TermQuery(new Term(FEED, RecordIndex.term(url)));
        return latest(polls, RecordIndex.ARRIVED, new Slice(1, Slice.MOST)).path("items");
    }

    /** How many requests since an instant, in epoch milliseconds, ended how, the most frequent first. */
    public ArrayNode since(long instant) throws IOException {
        ArrayNode counts = Json.object().putArray("counts");
        for (String group : index().search(searcher -> Labels.frequent(searcher, GROUP, MOST_GROUPS))) {
            int count = count(new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(GROUP, group)), Occur.FILTER)
                    .add(LongPoint.newRangeQuery(RecordIndex.ARRIVED, instant, Long.MAX_VALUE), Occur.FILTER)
                    .build());
            String[] parts = group.split("\t", 3);
            if (count > 0) {
                counts.addObject()
                        .put("target", parts[0])
                        .put("result", parts[1])
                        .put("reason", parts[2])
                        .put("count", count);
            }
        }
        return counts;
    }
}
