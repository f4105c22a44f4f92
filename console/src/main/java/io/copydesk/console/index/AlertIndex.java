package io.copydesk.console.index;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.schemas.Alert;
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

/** Alerts, for as long as their topic keeps them. */
public final class AlertIndex extends TopicIndex<Alert> {

    private static final int BUFFER_MEBIBYTES = 4;
    private static final int MOST_RULES = 200;
    private static final String KIND = "kind";
    private static final String RULE = "rule";
    private static final String TEXT = "text";

    /** In {@code home}. */
    public AlertIndex(Path home) throws IOException {
        super(Topics.ALERTS, home, BUFFER_MEBIBYTES);
    }

    @Override
    public void put(String key, Alert alert, ConsumerRecord<byte[], byte[]> record) throws IOException {
        Document document = RecordIndex.document(key, record.timestamp());
        RecordIndex.label(document, KIND, alert.kind().label());
        RecordIndex.label(document, RULE, alert.rule());
        ArticleIndex.text(document, TEXT, alert.headline());
        ArticleIndex.text(document, TEXT, String.join("\n", alert.matched()));
        RecordIndex.store(document, RecordIndex.JSON, Json.bytes(alert));
        index().put(key, document);
    }

    /** A page of them, the last to arrive first; {@code null} for any rule or kind. */
    public ObjectNode find(String words, @Nullable String rule, @Nullable String kind, Slice slice) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(Words.query(words, Map.of(TEXT, 1f)), Occur.MUST);
        ArticleIndex.filter(query, RULE, rule);
        ArticleIndex.filter(query, KIND, kind);
        return latest(query.build(), RecordIndex.ARRIVED, slice);
    }

    /** How many there are of each kind. */
    public Map<String, Integer> kinds() throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Alert.Kind kind : Alert.Kind.values()) {
            counts.put(kind.label(), count(new TermQuery(new Term(KIND, kind.label()))));
        }
        return counts;
    }

    /** How many there are of each rule, the most frequent first. */
    public ArrayNode rules() throws IOException {
        ArrayNode rules = Json.object().putArray("rules");
        for (String rule : index().search(searcher -> Labels.frequent(searcher, RULE, MOST_RULES))) {
            rules.addObject().put("rule", rule).put("count", count(rule));
        }
        return rules;
    }

    /** How many there are of a rule. */
    public int count(String rule) throws IOException {
        return count(new TermQuery(new Term(RULE, rule)));
    }
}
