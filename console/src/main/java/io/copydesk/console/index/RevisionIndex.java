package io.copydesk.console.index;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.schemas.Revision;
import io.copydesk.schemas.Revision.Event;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;

/** What changed between versions, by article. */
public final class RevisionIndex extends TopicIndex<Revision> {

    private static final int BUFFER_MEBIBYTES = 8;
    private static final String ARTICLE = "article";

    /** In {@code home}. */
    public RevisionIndex(Path home) throws IOException {
        super(Topics.REVISIONS, home, BUFFER_MEBIBYTES);
    }

    /**
     * A record without changes between a version and itself takes an earlier one about the site's boilerplate back; one that the
     * page is there again replaces the one that it was gone.
     */
    @Override
    public void put(String key, Revision revision, ConsumerRecord<byte[], byte[]> record) throws IOException {
        Event event = revision.event();
        String versions = key + "\t" + revision.previousVersion() + "\t" + revision.version();
        boolean takesBack = event == null
                && revision.previousVersion() == revision.version()
                && revision.changes().isEmpty();
        if (takesBack) {
            index().remove(versions);
            return;
        }
        String id = event == null ? versions : versions + "\tevent";
        Document document = RecordIndex.document(id, record.timestamp());
        RecordIndex.label(document, ARTICLE, key);
        RecordIndex.store(document, RecordIndex.JSON, record.value());
        index().put(id, document);
    }

    /** The revisions of an article, the last to arrive first, at most {@value Slice#MOST}. */
    public JsonNode of(String article) throws IOException {
        return index().search(searcher -> Found.page(
                        searcher,
                        new TermQuery(new Term(ARTICLE, RecordIndex.term(article))),
                        Found.latest(RecordIndex.ARRIVED),
                        new Slice(1, Slice.MOST),
                        document -> Found.json(document, RecordIndex.JSON)))
                .path("items");
    }
}
