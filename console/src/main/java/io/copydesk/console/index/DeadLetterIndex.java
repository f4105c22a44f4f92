package io.copydesk.console.index;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Dead letters that wait, with the beginning of their original and where the whole record is. */
public final class DeadLetterIndex extends TopicIndex<DeadLetter> {

    /** Bytes of an original that are shown. */
    static final int SHOWN = 64 * 1024;

    private static final int BUFFER_MEBIBYTES = 8;
    private static final int MOST_GROUPS = 200;

    private static final String CONTENT = "content";
    private static final String STAGE = "stage";
    private static final String REASON = "reason";
    private static final String GROUP = "group";
    private static final String TEXT = "text";

    /** In {@code home}. */
    public DeadLetterIndex(Path home) throws IOException {
        super(Topics.DEAD_LETTERS, home, BUFFER_MEBIBYTES);
    }

    @Override
    public void put(String key, DeadLetter letter, ConsumerRecord<byte[], byte[]> record) throws IOException {
        Document document = RecordIndex.document(key, record.timestamp());
        String stage = Json.label(letter.stage());
        ObjectNode json = Json.object(letter);
        json.remove("bytes");
        json.put("id", key)
                .put("kept", letter.bytes().length)
                .put("arrived", record.timestamp())
                .put("partition", record.partition())
                .put("offset", record.offset())
                .put("retriable", letter.originTopic() != null && letter.bytes().length == letter.length());
        RecordIndex.store(document, RecordIndex.JSON, Json.bytes(json));
        RecordIndex.store(document, CONTENT, utf8(letter.bytes()));
        RecordIndex.label(document, STAGE, stage);
        RecordIndex.label(document, REASON, letter.reason());
        RecordIndex.label(document, GROUP, stage + "\t" + letter.reason());
        ArticleIndex.text(document, TEXT, letter.detail());
        ArticleIndex.text(document, TEXT, letter.inputId());
        ArticleIndex.text(document, TEXT, letter.originKey());
        index().put(key, document);
    }

    /** A page of them, the last to arrive first; {@code null} for any stage or reason. */
    public ObjectNode find(String words, @Nullable String stage, @Nullable String reason, Slice slice)
            throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(Words.query(words, Map.of(TEXT, 1f)), Occur.MUST);
        ArticleIndex.filter(query, STAGE, stage);
        ArticleIndex.filter(query, REASON, reason);
        return latest(query.build(), RecordIndex.ARRIVED, slice);
    }

    /** How many there are of each stage and reason, the most frequent first. */
    public ArrayNode groups() throws IOException {
        ArrayNode groups = Json.object().putArray("groups");
        for (String group : index().search(searcher -> Labels.frequent(searcher, GROUP, MOST_GROUPS))) {
            int count = count(new TermQuery(new Term(GROUP, group)));
            int tab = group.indexOf('\t');
            if (count > 0) {
                groups.addObject()
                        .put("stage", group.substring(0, tab))
                        .put("reason", group.substring(tab + 1))
                        .put("count", count);
            }
        }
        return groups;
    }

    /** The letter with {@code content}, the beginning of its original as text; {@code null} when there is none. */
    public @Nullable ObjectNode letter(String key) throws IOException {
        Document document = document(key).orElse(null);
        return document == null
                ? null
                : Found.json(document, RecordIndex.JSON)
                        .put("content", new String(RecordIndex.stored(document, CONTENT), StandardCharsets.UTF_8))
                        .put("shown", SHOWN);
    }

    /** The beginning as UTF-8; what is none becomes replacement characters. */
    private static byte[] utf8(byte[] original) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .decode(ByteBuffer.wrap(original, 0, Math.min(SHOWN, original.length)))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
