package io.copydesk.console.index;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.IndexSearcher.TooManyClauses;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Documents by key in a folder, and with each commit the positions up to which the topics are in it: after a kill both are as at
 * the last commit. Written by one thread, searched by any number.
 */
public final class RecordIndex implements AutoCloseable {

    /** The key of the record: indexed, and a value to sort by. */
    static final String KEY = "key";
    /** The value, or what is kept of it, as JSON; stored. */
    static final String JSON = "json";
    /** The Kafka timestamp in epoch milliseconds: a point and a value to sort by. */
    static final String ARRIVED = "arrived";

    /** Longer keys, which only foreign records have, are cut: Lucene's terms end at 32,766 bytes. */
    private static final int LONGEST_TERM = 8_000;

    private static final String FORMAT = "format";
    /** Raised whenever documents of an earlier version would be found wrongly or not at all. */
    private static final String CURRENT_FORMAT = "5";

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(RecordIndex.class);

    /** Lucene advises on standard error to add a module to the JVM; held here, since levels go with their logger. */
    private static final Logger ADVICE = Logger.getLogger("org.apache.lucene");

    static {
        ADVICE.setLevel(Level.SEVERE);
    }

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<String, String> positions;

    private RecordIndex(Directory directory, IndexWriter writer, Map<String, String> positions) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
        this.positions = positions;
    }

    /**
     * Opens the index in {@code folder}; one of another format, or that cannot be read, is replaced by an empty one.
     *
     * @param bufferMebibytes of memory for documents that are not written out yet
     */
    public static RecordIndex open(Path folder, int bufferMebibytes) throws IOException {
        try {
            RecordIndex found = create(folder, bufferMebibytes);
            if (found.positions.isEmpty() || CURRENT_FORMAT.equals(found.positions.get(FORMAT))) {
                return found;
            }
            LOG.info("the index in {} is of another version and is built anew", folder);
            found.writer.rollback();
            found.searchers.close();
            found.directory.close();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("the index in {} cannot be read and is built anew: {}", folder, e.getMessage());
        }
        delete(folder);
        return create(folder, bufferMebibytes);
    }

    private static RecordIndex create(Path folder, int bufferMebibytes) throws IOException {
        Files.createDirectories(folder);
        Directory directory = new MMapDirectory(folder);
        try {
            IndexWriterConfig config = new IndexWriterConfig(Words.indexed())
                    .setCodec(new Lucene912Codec(Lucene912Codec.Mode.BEST_COMPRESSION))
                    .setRAMBufferSizeMB(bufferMebibytes)
                    .setCommitOnClose(false);
            IndexWriter writer = new IndexWriter(directory, config);
            return new RecordIndex(directory, writer, committed(writer));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static Map<String, String> committed(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    /** A document of a record with this key and Kafka timestamp. */
    static Document document(String key, long arrived) {
        Document document = new Document();
        document.add(new StringField(KEY, term(key), Store.NO));
        document.add(new SortedDocValuesField(KEY, new BytesRef(term(key))));
        document.add(new LongPoint(ARRIVED, arrived));
        document.add(new NumericDocValuesField(ARRIVED, arrived));
        return document;
    }

    static void store(Document document, String field, byte[] value) {
        document.add(new StoredField(field, value));
    }

    static void label(Document document, String field, @Nullable String value) {
        if (value != null) {
            document.add(new StringField(field, term(value), Store.NO));
        }
    }

    /** The text as a term of the index. */
    static String term(String text) {
        return text.length() > LONGEST_TERM ? text.substring(0, LONGEST_TERM) : text;
    }

    static byte[] stored(Document document, String field) {
        BytesRef value = document.getBinaryValue(field);
        return value == null ? new byte[0] : BytesRef.deepCopyOf(value).bytes;
    }

    /** Replaces the document of its key. */
    public void put(String key, Document document) throws IOException {
        writer.updateDocument(new Term(KEY, term(key)), document);
    }

    /** Removes the document of a key, if there is one. */
    public void remove(String key) throws IOException {
        writer.deleteDocuments(new Term(KEY, term(key)));
    }

    /** Removes the documents of records before an instant, in epoch milliseconds. */
    public void removeBefore(long instant) throws IOException {
        writer.deleteDocuments(LongPoint.newRangeQuery(ARRIVED, Long.MIN_VALUE, instant - 1));
    }

    /** Removes all documents and positions. */
    public void clear() throws IOException {
        writer.deleteAll();
        positions.clear();
    }

    /** Makes what was written until now visible to searches. */
    public void refresh() throws IOException {
        searchers.maybeRefresh();
    }

    /** What was given with the last commit, without the format; empty when there was none. */
    public Map<String, String> positions() {
        Map<String, String> copy = new HashMap<>(positions);
        copy.remove(FORMAT);
        return copy;
    }

    /** Writes everything out, together with {@code data}. */
    public void commit(Map<String, String> data) throws IOException {
        positions.clear();
        positions.putAll(data);
        positions.put(FORMAT, CURRENT_FORMAT);
        writer.setLiveCommitData(new HashMap<>(positions).entrySet());
        writer.commit();
    }

    /**
     * Searches what the last refresh made visible.
     *
     * @throws IllegalArgumentException when more words are searched than Lucene takes
     */
    public <T> T search(Search<T> search) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return search.in(searcher);
        } catch (TooManyClauses e) {
            throw new IllegalArgumentException("the search has too many words", e);
        } finally {
            searchers.release(searcher);
        }
    }

    /** One search. */
    public interface Search<T> {
        /** Runs it. */
        T in(IndexSearcher searcher) throws IOException;
    }

    /** Bytes of the files of the last commit. */
    public long bytes() throws IOException {
        long sum = 0;
        for (String file : directory.listAll()) {
            sum += directory.fileLength(file);
        }
        return sum;
    }

    /** Forgets what was not committed. */
    @Override
    public void close() throws IOException {
        searchers.close();
        // Merges that are under way would hold up the end of the process.
        writer.getConfig().setMergePolicy(NoMergePolicy.INSTANCE);
        writer.rollback();
        directory.close();
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
