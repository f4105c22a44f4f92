package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.subscriptions.Subscriptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two invented feeds on loopback that announce one page, watched by the real services on a real broker. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AnnouncedIT {

    private static final String PAGE = "/news/bridge";
    private static final Instant PUBLISHED = Instant.parse("2026-03-01T09:50:00Z");
    private static final String TEXT =
            "<p>The new bridge over the Tarn will open to traffic on Monday morning, the council of Eastmere said, after three"
                    + " years of work and two delays.<p>Some twelve thousand vehicles are expected to cross it every day, and"
                    + " the old ferry will stop running at the end of the month, the harbour master added.";

    @TempDir
    private Path data;

    private HttpServer server;
    private final AtomicInteger pageRequests = new AtomicInteger();

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aPublishedArticleComesToNameAFurtherFeedAfterARestartWithoutAnotherFetch() throws Exception {
        String own = url("www.harbour.example", "/feed.xml");
        String collector = url("www.collector.example", "/all.xml");
        Map<String, Article> before = watch(new Subscription(own, null, "Ports", null), 1);
        Article first = only(before);
        Map<String, Article> after = watch(new Subscription(collector, null, null, null), 2);
        Article last = only(after);

        assertThat(first.pipeline().announced()).singleElement().satisfies(announced -> {
            assertThat(announced.feed()).isEqualTo(own);
            assertThat(announced.feedTitle()).isEqualTo("Harbour News");
            assertThat(announced.category()).isEqualTo("Ports");
            assertThat(announced.guid()).isEqualTo("harbour-1");
            assertThat(announced.title()).isEqualTo("Bridge opens");
            assertThat(announced.published()).isEqualTo("2026-03-01T09:50:00Z");
        });
        assertThat(first.datePublished()).isEqualTo("2026-03-01T09:50:00Z");
        assertThat(first.publisher().name()).isEqualTo("Harbour News");
        assertThat(first.pipeline().fromFeed()).containsExactly("datePublished", "publisher");
        assertThat(last.pipeline().announced()).extracting(Announcement::feed).containsExactly(own, collector);
        assertThat(last.version()).isOne();
        assertThat(last.articleBody()).isEqualTo(first.articleBody());
        assertThat(last.pipeline().decision()).isNotNull();
        assertThat(pageRequests).hasValue(1);
    }

    /** Watches with a further subscription until the enriched article names so many feeds; each input has one line of the ledger. */
    private Map<String, Article> watch(Subscription subscription, int feeds) throws Exception {
        PipelineOptions options = new PipelineOptions(null, data, Topics.DEFAULT_PREFIX, 3);
        FrontierSettings hurried = FrontierSettings.defaults().toBuilder()
                .hostDelay(Duration.ofMillis(20))
                .revisits(List.of())
                .firstPollSpacing(Duration.ZERO)
                .build();
        FetchSettings fetch =
                FetchSettings.defaults().onLoopback(List.of(server.getAddress().getPort()));
        try (LocalPipeline pipeline = LocalPipeline.start(options)) {
            pipeline.watch(hurried, fetch, host -> List.of(InetAddress.getLoopbackAddress()));
            try (Subscriptions subscriptions = new Subscriptions(pipeline.cluster(), pipeline.prefix(), 2)) {
                subscriptions.add(subscription);
                subscriptions.flush();
            }
            Map<String, Article> enriched = read(pipeline, Topics.ENRICHED_ARTICLES);
            while (enriched.values().stream().noneMatch(article -> announced(article) == feeds)) {
                pipeline.requireAlive();
                LockSupport.parkNanos(50_000_000);
                enriched = read(pipeline, Topics.ENRICHED_ARTICLES);
            }
            pipeline.awaitSettled(open -> {});
            assertThat(read(pipeline, Topics.ARTICLES).values())
                    .extracting(AnnouncedIT::announced)
                    .containsExactly(feeds);
            assertThat(read(pipeline, Topics.LEDGER).values())
                    .extracting(LedgerEntry::outcome)
                    .containsExactly(LedgerEntry.Outcome.ARTICLE);
            assertThat(read(pipeline, Topics.DEAD_LETTERS)).isEmpty();
            return read(pipeline, Topics.ENRICHED_ARTICLES);
        }
    }

    private static int announced(Article article) {
        List<Announcement> announced = article.pipeline().announced();
        return announced == null ? 0 : announced.size();
    }

    private static Article only(Map<String, Article> articles) {
        assertThat(articles).hasSize(1);
        return new ArrayList<>(articles.values()).get(0);
    }

    private static <V> Map<String, V> read(LocalPipeline pipeline, Topic<V> topic) throws IOException {
        Map<String, V> last = new LinkedHashMap<>();
        pipeline.reader().read(topic.name(pipeline.prefix()), false, record -> {
            last.put(new String(record.key(), StandardCharsets.UTF_8), Json.read(record.value(), topic.value()));
            return true;
        });
        return last;
    }

    private String url(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            switch (path) {
                case "/feed.xml" -> send(exchange, "application/atom+xml", feed("Harbour News", "harbour-1"));
                case "/all.xml" -> send(exchange, "application/atom+xml", feed("All of the Coast", "coast-9"));
                case PAGE -> {
                    pageRequests.incrementAndGet();
                    send(
                            exchange,
                            "text/html; charset=utf-8",
                            "<!doctype html><html lang=en><head><title>Bridge over the Tarn opens</title></head><body>"
                                    + "<article><h1>Bridge over the Tarn opens</h1>" + TEXT
                                    + "</article></body></html>");
                }
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private String feed(String title, String guid) {
        return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>" + title + "</title><entry><id>" + guid
                + "</id><title>Bridge opens</title><link href=\"" + url("www.harbour.example", PAGE) + "\"/><published>"
                + PUBLISHED + "</published></entry></feed>";
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }
}
