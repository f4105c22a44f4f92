package io.copydesk.lab.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.ingest.feed.FeedDocument;
import io.copydesk.ingest.feed.FeedParser;
import io.copydesk.ingest.feed.FeedResult;
import io.copydesk.ingest.robots.RobotsPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopbackWebTest {

    private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant LATER = BEGIN.plusSeconds(120);

    private final HttpClient client = HttpClient.newHttpClient();
    private LoopbackWeb web;

    @BeforeEach
    void open() throws IOException {
        web = LoopbackWeb.open(List.of("127.0.0.1", "127.0.0.9"), Duration.ZERO, Clock.fixed(LATER, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void aFeedGrowsWithTimeAndItsPagesAreThere() throws Exception {
        LoopbackSite site = site("127.0.0.1", FeedBehaviour.WELL);

        HttpResponse<byte[]> feed = get(site.feedUrl(), null);

        FeedDocument document =
                ((FeedResult.Parsed) FeedParser.parse(feed.body(), site.feedUrl(), "application/rss+xml")).document();
        assertThat(document.items()).hasSize(13).hasSize(site.published(LATER));
        assertThat(get(document.items().get(0).url(), null).statusCode()).isEqualTo(200);
        assertThat(get(site.feedUrl(), feed.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void everyAddressIsASiteOfItsOwn() throws Exception {
        LoopbackSite moved = site("127.0.0.9", FeedBehaviour.MOVED);
        LoopbackSite other = site("127.0.0.1", FeedBehaviour.ELSEWHERE);

        assertThat(get(moved.feedUrl(), null).statusCode()).isEqualTo(301);
        assertThat(get(other.feedUrl(), null).statusCode()).isEqualTo(302);
        assertThat(web.visits()).extracting(Visit::authority).containsExactly(moved.authority(), other.authority());
    }

    @Test
    void robotsTxtForbidsWhatIsCalledPrivate() throws Exception {
        LoopbackSite site = site("127.0.0.1", FeedBehaviour.WELL);

        RobotsPolicy policy = RobotsPolicy.parse(
                get("http://" + site.authority() + "/robots.txt", null).body(), "Copydesk");

        assertThat(policy.crawlDelay()).contains(Duration.ofSeconds(2));
        assertThat(policy.allows(site.pageUrl(0))).isTrue();
        assertThat(policy.allows(site.pageUrl(10))).isFalse();
        assertThat(site.isPrivate(10)).isTrue();
    }

    @Test
    void aFeedIsGoneAfterSomeAnswers() throws Exception {
        LoopbackSite site = site("127.0.0.1", FeedBehaviour.GONE);

        for (int i = 0; i < 3; i++) {
            assertThat(get(site.feedUrl(), null).statusCode()).isEqualTo(200);
        }
        assertThat(get(site.feedUrl(), null).statusCode()).isEqualTo(410);
    }

    @Test
    void aBusyHostSaysUntilWhen() throws Exception {
        LoopbackSite site = site("127.0.0.1", FeedBehaviour.BUSY);
        for (int i = 0; i < 5; i++) {
            get(site.feedUrl(), null);
        }

        Visit last = web.visits().get(4);
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.notBefore()).isGreaterThan(last.end());
    }

    @Test
    void listensOnLoopbackOnly() {
        assertThatThrownBy(() -> LoopbackWeb.open(List.of("0.0.0.0"), Duration.ZERO, Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private LoopbackSite site(String address, FeedBehaviour behaviour) {
        LoopbackSite site = new LoopbackSite(
                address + ":" + web.port(), behaviour, Duration.ofSeconds(2), Duration.ofSeconds(10), 60, BEGIN);
        web.add(site);
        return site;
    }

    private HttpResponse<byte[]> get(String url, String etag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
