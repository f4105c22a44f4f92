package io.copydesk.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.ingest.frontier.FrontierTopology;
import io.copydesk.ingest.page.Site;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The frontier and the fetcher together, watching a web that would send them to private addresses by every way there is.
 * 127.0.0.4 represents the public internet; everything else is fetched with the settings of the web, where loopback is private.
 */
@Timeout(120)
class PrivateAddressFlowTest {

    private static final String PREFIX = "t.";
    private static final String PUBLIC = "127.0.0.4";
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration WATCHED = Duration.ofHours(3);

    private final List<RawServer> inner = new ArrayList<>();
    private final AtomicInteger lookUps = new AtomicInteger();
    private final List<FetchRequest> made = new ArrayList<>();
    private RawServer web;
    private Fetcher outside;
    private Fetcher strict;
    private TopologyTestDriver driver;
    private TestInputTopic<String, Subscription> subscriptions;
    private TestInputTopic<String, FetchOutcome> outcomes;
    private TestOutputTopic<String, FetchRequest> requests;
    private Instant now = START;

    @BeforeEach
    void start() throws IOException {
        web = RawServer.on(PUBLIC, 0, this::answer);
        for (String address : List.of("127.0.0.1", "127.0.0.2", "::1")) {
            try {
                inner.add(RawServer.on(address, web.port(), new Sins()));
            } catch (IOException noIpv6) {
                assertThat(address).isEqualTo("::1");
            }
        }
        FetchSettings onLoopback = Fetching.settings(Duration.ofSeconds(5), List.of(web.port()));
        outside = Fetcher.create(onLoopback, host -> List.of(Fetching.address(PUBLIC)), Clock.systemUTC());
        strict = Fetcher.create(asOnTheWeb(onLoopback), PrivateAddressFlowTest::hostile, Clock.systemUTC());
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "flow");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        driver = new TopologyTestDriver(
                FrontierTopology.build(
                        PREFIX,
                        FrontierSettings.defaults(),
                        "Copydesk",
                        Duration.ofSeconds(1),
                        Stores::inMemoryKeyValueStore,
                        true),
                properties,
                START);
        subscriptions = input(Topics.SUBSCRIPTIONS, Subscription.class);
        outcomes = input(Topics.FETCH_OUTCOMES, FetchOutcome.class);
        requests = driver.createOutputTopic(
                Topics.FETCH_REQUESTS.name(PREFIX),
                new StringDeserializer(),
                JsonSerde.of(FetchRequest.class).deserializer());
    }

    @AfterEach
    void close() throws IOException {
        driver.close();
        outside.close();
        strict.close();
        web.close();
        for (RawServer listener : inner) {
            listener.close();
        }
    }

    @Test
    void aFeedsItemsLeadToNoPrivateAddress() {
        watch("http://items.example/feed");

        assertFetched("http://good.example:" + web.port() + "/page");
        assertThat(made)
                .as("the private links were tried, and refused")
                .filteredOn(request -> request.target() != FetchTarget.PAGE)
                .extracting(FetchRequest::url)
                .anyMatch(url -> url.startsWith("http://127.0.0.1:"))
                .anyMatch(url -> url.startsWith("http://[::1]:"))
                .anyMatch(url -> url.startsWith("http://inner.example:"));
        assertNobodyCameIn();
    }

    @Test
    void aSitemapAndASitemapIndexLeadToNoPrivateAddress() {
        watch("http://maps.example/index");

        assertFetched("http://good.example:" + web.port() + "/page");
        assertNobodyCameIn();
    }

    @Test
    void aRobotsTxtThatRedirectsLeadsToNoPrivateAddress() {
        watch("http://robots.example/feed");

        assertFetched("http://robots.example:" + web.port() + "/robots.txt");
        assertNobodyCameIn();
    }

    @Test
    void redirectsOfAFeedLeadToNoPrivateAddress() {
        watch("http://moved.example/301");
        watch("http://found.example/302");
        watch("http://again.example/307");
        watch("http://good-for.example/308");
        watch("http://chain.example/chain");

        assertFetched("http://moved.example:" + web.port() + "/301");
        assertFetched("http://second.example:" + web.port() + "/301");
        assertNobodyCameIn();
    }

    @Test
    void redirectsAndCanonicalLinksOfPagesLeadToNoPrivateAddress() {
        watch("http://pages.example/feed");

        assertFetched("http://canonical.example:" + web.port() + "/canonical");
        assertFetched("http://leaving.example:" + web.port() + "/302");
        assertNobodyCameIn();
    }

    @Test
    void aNameThatTurnsPrivateBetweenTwoLookUpsIsNotFollowedThere() {
        watch("http://turning.example/feed");

        assertThat(lookUps).hasValueGreaterThan(2);
        assertFetched("http://turning.example:" + web.port() + "/robots.txt");
        assertNobodyCameIn();
    }

    @Test
    void aPrivateSubscriptionIsNotAsked() {
        privateUrls("/feed").forEach(this::subscribe);
        pass(WATCHED);

        assertThat(made).isNotEmpty();
        assertThat(web.accepted()).isZero();
        assertNobodyCameIn();
    }

    private void watch(String url) {
        subscribe(url.replaceFirst("(\\.example)", "$1:" + web.port()));
        pass(WATCHED);
    }

    private void subscribe(String url) {
        subscriptions.pipeInput(url, new Subscription(url, null, null, null));
    }

    private void pass(Duration time) {
        for (Instant end = now.plus(time); now.isBefore(end); now = now.plusSeconds(5)) {
            driver.advanceWallClockTime(Duration.ofSeconds(5));
            for (FetchRequest request : requests.readValuesToList()) {
                made.add(request);
                FetchResult result = Fetching.await(fetcher(request.url())
                        .fetch(new Fetch(
                                request.url(),
                                Fetch.Kind.valueOf(request.target().name()),
                                null,
                                null)));
                outcomes.pipeInput(Site.of(request.url()), FetchOutcomes.of(request, result, now.toEpochMilli()), now);
            }
        }
    }

    /** As the one fetcher of the web would: by what the name's address is at this moment. */
    private Fetcher fetcher(String url) {
        String host = url.substring("http://".length(), url.indexOf(':', "http://".length()));
        boolean isPublic = host.endsWith(".example") && !host.equals("inner.example");
        if (host.equals("turning.example")) {
            isPublic = lookUps.getAndIncrement() == 0;
        }
        return isPublic ? outside : strict;
    }

    private static List<InetAddress> hostile(String host) throws UnknownHostException {
        if (host.equals("localhost") || host.endsWith(".example")) {
            return List.of(Fetching.address("127.0.0.1"), Fetching.address("::1"));
        }
        throw new UnknownHostException(host);
    }

    private void answer(RawServer.Connection to) throws IOException {
        String path = to.path();
        String host = to.head().stream()
                .filter(line -> line.startsWith("Host: "))
                .map(line -> line.substring("Host: ".length()))
                .findFirst()
                .orElse("");
        if (path.equals("/robots.txt")) {
            if (host.startsWith("robots.")) {
                to.respond(redirect(302, privateUrls("/robots.txt").get(0)), new byte[0]);
            } else {
                to.respond("HTTP/1.1 404 Not Found", new byte[0]);
            }
        } else if (path.matches("/30\\d")) {
            to.respond(
                    redirect(
                            Integer.parseInt(path.substring(1)),
                            privateUrls("/feed").get(0)),
                    new byte[0]);
        } else if (path.equals("/chain")) {
            to.respond(redirect(302, "http://second.example:" + web.port() + "/301"), new byte[0]);
        } else {
            to.respond("HTTP/1.1 200 OK", body(host, path).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String redirect(int status, String location) {
        return "HTTP/1.1 " + status + " Elsewhere\r\nLocation: " + location;
    }

    private String body(String host, String path) {
        String good = "http://good.example:" + web.port() + "/page";
        if (path.equals("/index")) {
            return "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>http://" + host
                    + "/map</loc></sitemap>" + each(privateUrls("/map"), "<sitemap><loc>%s</loc></sitemap>")
                    + "</sitemapindex>";
        }
        if (path.equals("/map")) {
            return "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>" + good + "</loc></url>"
                    + each(privateUrls("/page"), "<url><loc>%s</loc></url>") + "</urlset>";
        }
        if (path.equals("/canonical")) {
            return "<html><head><link rel=canonical href='"
                    + privateUrls("/page").get(0) + "'></head><body>The ferry</body></html>";
        }
        List<String> items = new ArrayList<>();
        if (host.startsWith("pages.")) {
            items.add("http://canonical.example:" + web.port() + "/canonical");
            items.add("http://leaving.example:" + web.port() + "/302");
        } else {
            items.add(good);
            items.addAll(privateUrls("/page"));
        }
        return "<rss version=\"2.0\"><channel><title>Harbour</title>" + each(items, "<item><link>%s</link></item>")
                + "</channel></rss>";
    }

    private List<String> privateUrls(String path) {
        return List.of(
                        "127.0.0.1",
                        "127.0.0.2",
                        "2130706433",
                        "0x7f.1",
                        "0177.0.0.1",
                        "[::1]",
                        "[::ffff:127.0.0.1]",
                        "[64:ff9b::127.0.0.1]",
                        "localhost",
                        "inner.example")
                .stream()
                .map(host -> "http://" + host + ":" + web.port() + path)
                .toList();
    }

    private static String each(List<String> urls, String form) {
        return urls.stream().map(form::formatted).collect(Collectors.joining());
    }

    private void assertFetched(String url) {
        assertThat(web.requests())
                .as("requests that reached the public server")
                .anySatisfy(head -> assertThat(
                                "http://" + field(head, "Host: ") + head.get(0).split(" ")[1])
                        .isEqualTo(url));
    }

    private static String field(List<String> head, String name) {
        return head.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElse("");
    }

    private void assertNobodyCameIn() {
        assertThat(inner).extracting(RawServer::accepted).containsOnly(0);
    }

    private <V> TestInputTopic<String, V> input(Topic<V> topic, Class<V> type) {
        return driver.createInputTopic(
                topic.name(PREFIX), new StringSerializer(), JsonSerde.of(type).serializer());
    }

    private static FetchSettings asOnTheWeb(FetchSettings s) {
        return new FetchSettings(
                s.product(),
                s.contact(),
                s.deadline(),
                s.connectTimeout(),
                s.maxPage(),
                s.maxFeed(),
                s.maxSitemap(),
                s.maxRobots(),
                s.ports(),
                false,
                s.maxConnections(),
                s.resolverThreads());
    }
}
