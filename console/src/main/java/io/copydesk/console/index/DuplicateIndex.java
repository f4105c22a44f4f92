package io.copydesk.console.index;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Relation;
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
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Articles that copy another one or hold a part of it. */
public final class DuplicateIndex extends TopicIndex<Duplicate> {

    private static final int BUFFER_MEBIBYTES = 4;
    private static final String KIND = "kind";
    private static final String OF = "of";

    /** In {@code home}. */
    public DuplicateIndex(Path home) throws IOException {
        super(Topics.DUPLICATES, home, BUFFER_MEBIBYTES);
    }

    @Override
    public void put(String key, Duplicate duplicate, ConsumerRecord<byte[], byte[]> record) throws IOException {
        Document document = RecordIndex.document(key, record.timestamp());
        RecordIndex.label(document, KIND, Json.label(duplicate.kind()));
        RecordIndex.label(document, OF, duplicate.of());
        RecordIndex.store(document, RecordIndex.JSON, record.value());
        index().put(key, document);
    }

    /**
     * A page of them, the last to arrive first.
     *
     * @param kind label of {@link Relation.Kind}, {@code null} for any
     * @param of id of the original, {@code null} for any
     */
    public ObjectNode find(@Nullable String kind, @Nullable String of, Slice slice) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new MatchAllDocsQuery(), Occur.MUST);
        ArticleIndex.filter(query, KIND, kind);
        ArticleIndex.filter(query, OF, of);
        return latest(query.build(), RecordIndex.ARRIVED, slice);
    }

    /** How many there are of each kind. */
    public Map<String, Integer> kinds() throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Relation.Kind kind : Relation.Kind.values()) {
            counts.put(Json.label(kind), count(new TermQuery(new Term(KIND, Json.label(kind)))));
        }
        return counts;
    }
}
