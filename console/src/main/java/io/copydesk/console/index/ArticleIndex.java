package io.copydesk.console.index;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Decision;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Pipeline;
import io.copydesk.schemas.Quote;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** The newest version of each article, searchable by its words and by what is known about it. */
public final class ArticleIndex extends TopicIndex<Article> {

    private static final int BUFFER_MEBIBYTES = 48;

    private static final String SUMMARY = "summary";
    private static final String HEADLINE = "headline";
    private static final String TEXT = "text";
    private static final String SITE = "site";
    private static final String FEED = "feed";
    private static final String LANGUAGE = "language";
    private static final String STORY = "story";
    private static final String ACCESS = "access";
    private static final String WITHDRAWN = "withdrawn";
    private static final String RELATED = "related";
    private static final String EVENT = "event";

    /** The names of those whom it quotes. */
    private static final String SPEAKER = "speaker";

    private static final Map<String, Float> WORDS = Map.of(HEADLINE, 3f, TEXT, 1f);

    /** In {@code home}. */
    public ArticleIndex(Path home) throws IOException {
        super(Topics.ENRICHED_ARTICLES, home, BUFFER_MEBIBYTES);
    }

    @Override
    public void put(String key, Article article, ConsumerRecord<byte[], byte[]> record) throws IOException {
        Pipeline pipeline = article.pipeline();
        Decision decision = pipeline.decision();
        Document document = RecordIndex.document(key, record.timestamp());
        RecordIndex.store(document, SUMMARY, Json.bytes(summary(key, article)));
        RecordIndex.store(document, RecordIndex.JSON, record.value());
        text(document, HEADLINE, article.headline());
        text(document, TEXT, article.articleBody());
        text(document, TEXT, article.description());
        text(document, TEXT, String.join("\n", article.keywords()));
        text(document, TEXT, article.author().stream().map(Article.Person::name).collect(Collectors.joining("\n")));
        RecordIndex.label(document, SITE, pipeline.site());
        RecordIndex.label(document, ACCESS, Json.label(pipeline.access().state()));
        RecordIndex.label(document, WITHDRAWN, Boolean.toString(pipeline.withdrawn() != null));
        if (pipeline.announced() != null) {
            pipeline.announced().stream()
                    .map(Announcement::feed)
                    .distinct()
                    .forEach(feed -> RecordIndex.label(document, FEED, feed));
        }
        if (decision != null) {
            RecordIndex.label(document, STORY, decision.storyId());
            decision.relations().forEach(relation -> RecordIndex.label(document, RELATED, relation.to()));
        }
        speakers(article).forEach(name -> text(document, SPEAKER, name));
        language(document, LANGUAGE, article.inLanguage());
        event(document, EVENT, pipeline.eventTime());
        index().put(key, document);
    }

    /** The names of those whom it quotes, each once. */
    private static Set<String> speakers(Article article) {
        Set<String> names = new LinkedHashSet<>();
        for (Quote quote : article.quotes() == null ? List.<Quote>of() : article.quotes()) {
            Integer mention = quote.mention();
            if (mention != null && mention >= 0 && mention < article.mentions().size()) {
                names.add(article.mentions().get(mention).name());
            }
        }
        return names;
    }

    static void text(Document document, String field, @Nullable String text) {
        if (text != null) {
            document.add(new TextField(field, text, Store.NO));
        }
    }

    /** The tag and its primary part. */
    static void language(Document document, String field, @Nullable String tag) {
        RecordIndex.label(document, field, tag);
        if (tag != null && tag.indexOf('-') > 0) {
            RecordIndex.label(document, field, tag.substring(0, tag.indexOf('-')));
        }
    }

    /** An ISO 8601 instant to sort and filter by; without a right one none. */
    static void event(Document document, String field, @Nullable String instant) {
        if (instant != null) {
            try {
                long millis = Instant.parse(instant).toEpochMilli();
                document.add(new LongPoint(field, millis));
                document.add(new NumericDocValuesField(field, millis));
            } catch (DateTimeException | ArithmeticException e) {
                // A foreign record: it is found, but by no date.
            }
        }
    }

    /** What a list shows of an article. */
    public static ObjectNode summary(String key, Article article) {
        Pipeline pipeline = article.pipeline();
        ObjectNode node = Json.object();
        node.put("id", key)
                .put("headline", article.headline())
                .put("url", article.url())
                .put("site", pipeline.site())
                .put("language", article.inLanguage())
                .put("published", article.datePublished())
                .put("event", pipeline.eventTime())
                .put("version", article.version())
                .put("access", Json.label(pipeline.access().state()))
                .put("withdrawn", pipeline.withdrawn() != null)
                .put("removed", pipeline.removed().size())
                .put("length", article.articleBody().length());
        Decision decision = pipeline.decision();
        if (decision != null) {
            node.put("story", decision.storyId())
                    .put("relations", decision.relations().size());
        }
        return node;
    }

    /** A page of the articles that fit; with words each item has the {@code snippet} around the first of them. */
    public ObjectNode find(ArticleQuery wanted, Slice slice) throws IOException {
        return index().search(searcher -> Found.page(
                searcher,
                query(searcher, wanted),
                switch (wanted.sort()) {
                    case RELEVANCE -> Found.relevant();
                    case NEWEST -> Found.latest(EVENT);
                    case ARRIVED -> Found.latest(RecordIndex.ARRIVED);
                },
                slice,
                document -> item(document, wanted.words())));
    }

    private static ObjectNode item(Document document, String words) throws IOException {
        ObjectNode item = Found.json(document, SUMMARY);
        if (!words.isBlank()) {
            item.put(
                    "snippet",
                    Words.snippet(
                            Found.json(document, RecordIndex.JSON)
                                    .path("articleBody")
                                    .asText(),
                            words));
        }
        return item;
    }

    /** The summaries of these articles, without those that are not known. */
    public List<ObjectNode> summaries(List<String> keys) throws IOException {
        List<ObjectNode> found = new ArrayList<>();
        for (String key : keys) {
            Optional<Document> document = document(key);
            if (document.isPresent()) {
                found.add(Found.json(document.get(), SUMMARY));
            }
        }
        return found;
    }

    /** The articles that name {@code key} as related to them. */
    public ObjectNode relatedTo(String key, Slice slice) throws IOException {
        return index().search(searcher -> Found.page(
                searcher,
                new TermQuery(new Term(RELATED, RecordIndex.term(key))),
                Found.latest(EVENT),
                slice,
                document -> Found.json(document, SUMMARY)));
    }

    /** The most frequent values of {@code site} or {@code language}, the most frequent first. */
    public List<String> values(String field, int most) throws IOException {
        return index().search(searcher -> Labels.frequent(searcher, field, most));
    }

    private static Query query(IndexSearcher searcher, ArticleQuery wanted) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(Words.query(wanted.words(), WORDS), Occur.MUST);
        filter(query, SITE, wanted.site());
        filter(query, FEED, wanted.feed());
        language(query, searcher, LANGUAGE, wanted.language());
        filter(query, STORY, wanted.story());
        filter(query, ACCESS, wanted.access());
        String speaker = wanted.speaker();
        if (speaker != null && !speaker.isBlank()) {
            query.add(Words.query(speaker, Map.of(SPEAKER, 1f)), Occur.FILTER);
        }
        filter(
                query,
                WITHDRAWN,
                wanted.withdrawn() == null ? null : wanted.withdrawn().toString());
        Long from = wanted.from();
        Long before = wanted.before();
        if (from != null || before != null) {
            query.add(
                    LongPoint.newRangeQuery(
                            EVENT, from == null ? Long.MIN_VALUE : from, before == null ? Long.MAX_VALUE : before - 1),
                    Occur.FILTER);
        }
        return query.build();
    }

    static void language(BooleanQuery.Builder query, IndexSearcher searcher, String field, @Nullable String wanted)
            throws IOException {
        if (wanted != null && !wanted.isBlank()) {
            query.add(Labels.ofLanguage(searcher, field, wanted), Occur.FILTER);
        }
    }

    static void filter(BooleanQuery.Builder query, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            query.add(new TermQuery(new Term(field, RecordIndex.term(value))), Occur.FILTER);
        }
    }
}
