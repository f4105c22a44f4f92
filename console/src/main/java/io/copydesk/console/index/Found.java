package io.copydesk.console.index;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.schemas.Json;
import java.io.IOException;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TotalHits.Relation;

/**
 * Pages of results, as JSON: {@code total}, whether it is only a lower bound ({@code more}), {@code page} and {@code items}.
 */
final class Found {

    /** Results are counted up to this number, and none beyond it are shown. */
    static final int COUNTED = 10_000;

    private Found() {}

    /** Makes each order total, so that no page repeats or leaves out what is equal otherwise, whatever the index merges in between. */
    private static final SortField BY_KEY = new SortField(RecordIndex.KEY, SortField.Type.STRING);

    /** The field's largest number first, documents without one last; of equal ones the last to arrive. */
    static Sort latest(String field) {
        SortField by = new SortField(field, SortField.Type.LONG, true);
        by.setMissingValue(Long.MIN_VALUE);
        return new Sort(by, new SortField(RecordIndex.ARRIVED, SortField.Type.LONG, true), BY_KEY);
    }

    /** The most relevant first. */
    static Sort relevant() {
        return new Sort(SortField.FIELD_SCORE, BY_KEY);
    }

    /** One found document as JSON. */
    interface Item {
        ObjectNode of(Document document) throws IOException;
    }

    /** One page of a search. */
    static ObjectNode page(IndexSearcher searcher, Query query, Sort sort, Slice slice, Item item) throws IOException {
        int end = Math.min(COUNTED, slice.end());
        TopDocs top = searcher.search(query, new TopFieldCollectorManager(sort, end, null, COUNTED));
        ObjectNode page = Json.object();
        page.put("total", Math.min(COUNTED, top.totalHits.value))
                .put(
                        "more",
                        top.totalHits.relation == Relation.GREATER_THAN_OR_EQUAL_TO || top.totalHits.value > COUNTED)
                .put("page", slice.page())
                .put("size", slice.size());
        ArrayNode items = page.putArray("items");
        StoredFields stored = searcher.storedFields();
        ScoreDoc[] hits = top.scoreDocs;
        for (int i = slice.begin(); i < hits.length; i++) {
            items.add(item.of(stored.document(hits[i].doc)));
        }
        return page;
    }

    /** The JSON that a document holds in {@code field}. */
    static ObjectNode json(Document document, String field) throws IOException {
        return Json.tree(RecordIndex.stored(document, field)) instanceof ObjectNode object ? object : Json.object();
    }
}
