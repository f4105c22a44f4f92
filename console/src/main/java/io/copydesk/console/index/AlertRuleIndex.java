package io.copydesk.console.index;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.alerts.added.TopicRule;
import io.copydesk.alerts.added.TopicRules;
import io.copydesk.schemas.AlertRule;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;

/** The rules of alerts, as their records are. */
public final class AlertRuleIndex extends TopicIndex<AlertRule> {

    private static final int BUFFER_MEBIBYTES = 4;
    private static final String NAME = "name";
    private static final String OF_FILE = "ofFile";
    private static final String AT = "at";
    private static final String VALUE = "value";

    /** In {@code home}. */
    public AlertRuleIndex(Path home) throws IOException {
        super(Topics.ALERT_RULES, home, BUFFER_MEBIBYTES);
    }

    @Override
    public void put(String key, AlertRule rule, ConsumerRecord<byte[], byte[]> record) throws IOException {
        Document document = RecordIndex.document(key, record.timestamp());
        RecordIndex.store(
                document,
                RecordIndex.JSON,
                Json.bytes(Json.object()
                        .put(NAME, key)
                        .put(OF_FILE, TopicRule.isOfFile(record.headers()))
                        .put(AT, record.timestamp())
                        .put(VALUE, new String(record.value(), StandardCharsets.UTF_8))));
        index().put(key, document);
    }

    /** All of them. */
    public TopicRules rules() throws IOException {
        return index().search(searcher -> {
            TopicRules rules = new TopicRules();
            StoredFields stored = searcher.storedFields();
            for (ScoreDoc hit : searcher.search(new MatchAllDocsQuery(), TopicRules.MOST_KEYS).scoreDocs) {
                JsonNode json = Json.tree(RecordIndex.stored(stored.document(hit.doc), RecordIndex.JSON));
                rules.put(
                        json.path(NAME).asText(),
                        json.path(VALUE).asText().getBytes(StandardCharsets.UTF_8),
                        json.path(OF_FILE).asBoolean(),
                        json.path(AT).asLong());
            }
            return rules;
        });
    }
}
