package io.copydesk.console.index;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Story;
import io.copydesk.schemas.TopicHeader;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Stories; of one that was merged into others, where it went. */
public final class StoryIndex extends TopicIndex<Story> {

    private static final int BUFFER_MEBIBYTES = 8;

    private static final String HEADLINE = "headline";
    private static final String TERMS = "terms";
    private static final String LANGUAGE = "language";
    private static final String ABOUT = "about";
    private static final String LAST = "last";
    private static final String MEMBERS = "members";
    private static final String WORKS = "works";
    private static final String MOVED_TO = "moved-to";
    private static final String STATE = "state";
    private static final String PRESENT = "present";
    private static final String MERGED = "merged";

    private static final Map<String, Float> WORDS = Map.of(HEADLINE, 2f, TERMS, 1f);

    /** Orders of results. */
    public enum Order {
        /** The latest event first. */
        NEWEST,
        /** The one with most articles first. */
        LARGEST
    }

    /** In {@code home}. */
    public StoryIndex(Path home) throws IOException {
        super(Topics.STORIES, home, BUFFER_MEBIBYTES);
    }

    @Override
    public void put(String key, Story story, ConsumerRecord<byte[], byte[]> record) throws IOException {
        Document document = RecordIndex.document(key, record.timestamp());
        ObjectNode json = Json.object(story);
        List<String> left = ids(record, Topics.STORY_MOVED_TO);
        list(json, "splitTo", left);
        list(json, "movedFrom", ids(record, Topics.STORY_MOVED_FROM));
        RecordIndex.store(document, RecordIndex.JSON, Json.bytes(json));
        RecordIndex.label(document, STATE, PRESENT);
        ArticleIndex.text(document, HEADLINE, story.headline());
        ArticleIndex.text(document, TERMS, String.join("\n", story.terms()));
        story.languages().forEach(tag -> ArticleIndex.language(document, LANGUAGE, tag));
        RecordIndex.label(document, ABOUT, story.about());
        ArticleIndex.event(document, LAST, story.lastEventTime());
        document.add(new NumericDocValuesField(MEMBERS, story.memberCount()));
        document.add(new LongPoint(WORKS, story.workCount()));
        index().put(key, document);
    }

    /** A story that went into others leaves its id, so that links to it still lead somewhere. */
    @Override
    public void end(String key, ConsumerRecord<byte[], byte[]> record) throws IOException {
        List<String> moved = ids(record, Topics.STORY_MOVED_TO);
        if (moved.isEmpty()) {
            index().remove(key);
            return;
        }
        Document document = RecordIndex.document(key, record.timestamp());
        ObjectNode json = Json.object().put("id", key);
        list(json, "movedTo", moved);
        RecordIndex.store(document, RecordIndex.JSON, Json.bytes(json));
        RecordIndex.label(document, STATE, MERGED);
        moved.forEach(id -> RecordIndex.label(document, MOVED_TO, id));
        index().put(key, document);
    }

    /**
     * A page of the stories that fit.
     *
     * @param leastWorks works that a story has at least
     * @param about id of an affair, {@code null} for any
     */
    public ObjectNode find(
            String words, @Nullable String language, int leastWorks, @Nullable String about, Order order, Slice slice)
            throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(Words.query(words, WORDS), Occur.MUST);
        ArticleIndex.filter(query, STATE, PRESENT);
        ArticleIndex.filter(query, ABOUT, about);
        if (leastWorks > 1) {
            query.add(LongPoint.newRangeQuery(WORKS, leastWorks, Long.MAX_VALUE), Occur.FILTER);
        }
        return index().search(searcher -> {
            ArticleIndex.language(query, searcher, LANGUAGE, language);
            return Found.page(
                    searcher,
                    query.build(),
                    Found.latest(order == Order.LARGEST ? MEMBERS : LAST),
                    slice,
                    document -> withoutLists(Found.json(document, RecordIndex.JSON)));
        });
    }

    /** The ids of the stories that were merged into this one, at most {@value Slice#MOST}. */
    public List<String> mergedInto(String key) throws IOException {
        TermQuery moved = new TermQuery(new Term(MOVED_TO, RecordIndex.term(key)));
        ObjectNode page = latest(moved, RecordIndex.ARRIVED, new Slice(1, Slice.MOST));
        List<String> ids = new ArrayList<>();
        page.path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    /** How many stories there are, without those that were merged. */
    public int present() throws IOException {
        return count(new TermQuery(new Term(STATE, PRESENT)));
    }

    private static ObjectNode withoutLists(ObjectNode story) {
        story.remove(List.of("works", "members"));
        return story;
    }

    private static List<String> ids(ConsumerRecord<byte[], byte[]> record, TopicHeader header) {
        List<String> ids = new ArrayList<>();
        for (Header found : record.headers().headers(header.name())) {
            if (found.value() != null && ids.size() < Slice.MOST) {
                ids.add(new String(found.value(), StandardCharsets.UTF_8));
            }
        }
        return ids;
    }

    private static void list(ObjectNode json, String field, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = json.putArray(field);
            values.forEach(array::add);
        }
    }
}
