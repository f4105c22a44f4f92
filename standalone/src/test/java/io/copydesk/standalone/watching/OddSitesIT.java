package io.copydesk.standalone.watching;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FeedStatus.Health;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.command.CommandLineRun;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.subscriptions.Subscriptions;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sites with vices, watched together by the real services on a real broker until each of their feeds was polled many times. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class OddSitesIT {

    private static final int POLLS = 6;

    /** Feeds of which less is expected than {@link #POLLS} polls. */
    private static final Set<String> SELDOM = Set.of(
            "slow.example/feed",
            "always304.example/feed",
            "busy2.example/feed",
            "busy6.example/feed",
            "gone-once.example/feed",
            "index.example/index.xml");

    @TempDir
    private static Path data;

    private static OddWeb web;
    private static LocalPipeline pipeline;
    private static Subscriptions subscriptions;
    private static Map<String, FeedStatus> status;
    private static Map<String, Article> articles;

    @BeforeAll
    static void watch() throws Exception {
        web = new OddWeb(OddSites.all());
        FrontierSettings hurried = FrontierSettings.defaults().toBuilder()
                .minPoll(Duration.ofMillis(500))
                .maxPoll(Duration.ofSeconds(2))
                .hostDelay(Duration.ofMillis(10))
                .build();
        FetchSettings fetch = FetchSettings.defaults().onLoopback(List.of(web.port()));
        pipeline = LocalPipeline.start(new PipelineOptions(null, data, Topics.DEFAULT_PREFIX, 2));
        pipeline.watch(hurried, fetch, host -> List.of(InetAddress.getLoopbackAddress()));
        subscriptions = new Subscriptions(pipeline.cluster(), pipeline.prefix(), 2);
        feeds().forEach(feed -> subscriptions.add(new Subscription(url(feed), null, null, null)));
        subscriptions.flush();
        await(() -> feeds().filter(feed -> polls(feed) < (SELDOM.contains(feed) ? 0 : POLLS))
                .toList());
        await(() -> polls("gone-once.example/feed") < 2 ? List.of("a second poll") : List.of());
        await(() -> expected().stream()
                .filter(page -> !articles().containsKey(page))
                .toList());
        await(() -> articles().keySet().stream().anyMatch(page -> page.startsWith("one-story.example"))
                ? List.of()
                : List.of("the one story"));
        await(() -> letters().size() < 4 ? List.of("dead letters: " + letters().size()) : List.of());
        articles = articles();
    }

    @AfterAll
    static void stop() throws IOException {
        subscriptions.close();
        pipeline.close();
        web.close();
    }

    private static Stream<String> feeds() {
        Stream<String> plain = OddSites.all().keySet().stream()
                .filter(host -> !Set.of(
                                "chained.example",
                                "counter.example",
                                "based.example",
                                "one-story.example",
                                "zipped.example",
                                "index.example")
                        .contains(host))
                .map(host -> host + "/feed");
        return Stream.concat(
                plain,
                Stream.of(
                        "based.example/feeds/all.atom",
                        "one-story.example/f1",
                        "one-story.example/f2",
                        "one-story.example/f3",
                        "zipped.example/sitemap.xml.gz",
                        "index.example/index.xml"));
    }

    /** The pages that are articles, without their port. */
    private static Set<String> expected() {
        Set<String> pages = new TreeSet<>();
        add(pages, "alternating", 0, 4);
        add(pages, "alternating", 10, 4);
        for (String host : List.of("weak", "unquoted", "moving", "talkative")) {
            add(pages, host, 0, 3);
        }
        add(pages, "walled", 0, 2);
        add(pages, "chained", 0, 2);
        add(pages, "ruled", 0, 1);
        for (String host : List.of("says-gzip", "is-gzip", "twice-gzip", "says-latin", "says-utf16")) {
            add(pages, host, host.startsWith("says-l") || host.startsWith("says-u") ? 1 : 0, 1);
        }
        for (String host : List.of("cookie-feed", "cookie-page", "cookie-check")) {
            add(pages, host, 0, 2);
        }
        add(pages, "one-guid", 0, 10);
        add(pages, "troubled", 0, 6);
        add(pages, "ahead", 0, 4);
        add(pages, "behind", 0, 4);
        Stream.of(
                        "based/one.html",
                        "based/deep/two.html",
                        "based/three.html",
                        "future/f1",
                        "future/f2",
                        "future/f3",
                        "zipped/gz",
                        "index/one.xml",
                        "index/two.xml",
                        "proxied/orig",
                        "proxied/alert",
                        "proxied/short?utm_source=tw",
                        "no-pages/real")
                .map(page -> page.replaceFirst("/", ".example/a/"))
                .forEach(pages::add);
        return pages;
    }

    private static void add(Set<String> pages, String host, int from, int count) {
        IntStream.range(from, from + count).forEach(i -> pages.add(host + ".example/a/" + i));
    }

    /** What is an article and what none: each page of a feed once, whatever its id, and no login. */
    @Test
    void thePagesThatFeedsNameAreArticlesAndNothingElseIs() {
        Set<String> growing = Set.of("missing-twice.example", "gone-once.example"); // name other pages with each poll
        Set<String> found = articles.keySet().stream()
                .filter(page -> growing.stream().noneMatch(page::startsWith))
                .filter(page -> !page.startsWith("one-story.example"))
                .collect(Collectors.toSet());

        assertThat(found).containsExactlyInAnyOrderElementsOf(expected());
        assertThat(articles.keySet().stream().filter(page -> page.startsWith("one-story.example")))
                .hasSize(1);
        assertThat(requests("one-story.example /a/")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "alternating, 8",
        "weak, 3",
        "unquoted, 3",
        "moving, 3",
        "talkative, 3",
        "chain, 2",
        "says-gzip, 1",
        "is-gzip, 1",
        "twice-gzip, 1",
        "says-latin, 1",
        "says-utf16, 1",
        "one-guid, 10",
        "troubled, 6",
        "future, 3",
        "ahead, 4",
        "behind, 4",
        "proxied, 3",
        "no-pages, 5",
        "members, 6",
        "ruled, 2"
    })
    void aFeedIsWellAndItsItemsAreNewOnce(String host, int items) {
        FeedStatus feed = status(host + ".example/feed");

        assertThat(feed.health()).as(feed.why()).isEqualTo(Health.OK);
        assertThat(feed.items()).isEqualTo(items);
    }

    @ParameterizedTest
    @ValueSource(strings = {"weak", "unquoted", "talkative"})
    void validatorsAreSentAsTheyCame(String host) {
        assertThat(requests(host + ".example /feed")).anyMatch(request -> request.endsWith(" 304"));
    }

    @ParameterizedTest
    @CsvSource({
        "always304, malformed",
        "walled, The document's root element",
        "loop, too-many-redirects",
        "front, The document's root element",
        "busy0, HTTP 503"
    })
    void aFeedThatIsNoneSaysWhy(String host, String why) {
        FeedStatus feed = status(host + ".example/feed");

        assertThat(feed.health()).isEqualTo(Health.FAILING);
        assertThat(feed.why()).startsWith(why);
    }

    @Test
    void titlesAreReadInTheCharsetThatTheBytesAreIn() {
        assertThat(Stream.of("says-latin", "says-utf16").map(host -> articles.get(host + ".example/a/1")))
                .allSatisfy(article -> assertThat(article.pipeline().announced())
                        .singleElement()
                        .satisfies(announced -> assertThat(announced.title()).isEqualTo(OddSites.UMLAUTS)));
    }

    @Test
    void aLoginInPlaceOfArticlesIsNotFetched() {
        assertThat(requests("members.example /a/")).hasSizeGreaterThanOrEqualTo(6);
        assertThat(requests("members.example /login")).isEmpty();
    }

    @Test
    void aDateThatIsToComeIsNone() {
        assertThat(articles.get("future.example/a/f1").datePublished()).isNull();
    }

    @Test
    void aRetryAfterIsKeptForAWeekAtMostAndOneThatSaysNothingIsNone() {
        for (int i : new int[] {2, 6}) {
            FeedStatus feed = status("busy" + i + ".example/feed");
            assertThat(requests("busy" + i + ".example /feed")).hasSize(1);
            assertThat(Instant.parse(Objects.requireNonNull(feed.nextPoll())))
                    .isBetween(
                            Instant.now().plus(Duration.ofDays(6)),
                            Instant.now().plus(Duration.ofDays(8)));
        }
        for (int i : new int[] {0, 1, 3, 4, 5}) {
            assertThat(requests("busy" + i + ".example /feed")).hasSizeGreaterThanOrEqualTo(POLLS);
        }
    }

    @Test
    void aDayBetweenTwoRequestsIsCappedAndKept() {
        assertThat(requests("slow.example ")).containsExactly("slow.example /robots.txt 200");
    }

    @Test
    void one410IsARumourAndTwo404sAreForgotten() {
        FeedStatus gone = status("gone-once.example/feed");
        assertThat(gone.health()).isEqualTo(Health.FAILING);
        assertThat(gone.why()).startsWith("gone (HTTP 410); asked every day until");
        assertThat(status("missing-twice.example/feed").health()).isEqualTo(Health.OK);
        assertThat(status("missing-twice.example/feed").items()).isGreaterThan(3);
    }

    @Test
    void aMoveForGoodIsToldBeforeItHolds() {
        assertThat(status("chain.example/feed").why()).contains("redirects to " + url("chained.example/rss.xml"));
    }

    @Test
    void theSitemapsOfAnIndexEndWithIt() {
        assertThat(status("index.example/one.xml").index()).isEqualTo(url("index.example/index.xml"));

        CommandLineRun removed =
                CommandLineRun.of("feeds", "remove", url("index.example/index.xml"), "--data", data.toString());
        assertThat(removed.exitCode()).as(removed.err()).isZero();
        await(() -> status.keySet().stream()
                .filter(feed -> feed.equals(url("index.example/one.xml")) || feed.equals(url("index.example/two.xml")))
                .toList());
        int before = requests("index.example ").size();
        long polled = polls("alternating.example/feed");
        await(() -> polls("alternating.example/feed") < polled + 3 ? List.of("three more polls") : List.of());

        assertThat(requests("index.example ")).hasSizeLessThanOrEqualTo(before + 1); // one was under way
    }

    @Test
    void deadLettersAreListedWhileItRuns() {
        CommandLineRun list = CommandLineRun.of("dead-letters", "list", "--data", data.toString());

        assertThat(list.exitCode()).as(list.err()).isZero();
        assertThat(list.lines())
                .filteredOn(line -> line.contains("no-pages.example"))
                .hasSize(4);
    }

    private static List<String> requests(String start) {
        return web.log.stream().filter(request -> request.startsWith(start)).toList();
    }

    private static String url(String feed) {
        return "http://" + feed.replaceFirst("/", ":" + web.port() + "/");
    }

    private static FeedStatus status(String feed) {
        return Objects.requireNonNull(status.get(url(feed)), feed);
    }

    private static long polls(String feed) {
        FeedStatus known = status == null ? null : status.get(url(feed));
        return known == null ? 0 : known.polls();
    }

    private static Map<String, Article> articles() {
        return read(Topics.ARTICLES).values().stream()
                .collect(Collectors.toMap(
                        article -> Objects.requireNonNull(article.url())
                                .substring(7)
                                .replace(":" + web.port(), ""),
                        article -> article,
                        (first, second) -> second));
    }

    private static Map<String, DeadLetter> letters() {
        return read(Topics.DEAD_LETTERS);
    }

    private static <V> Map<String, V> read(Topic<V> topic) {
        Map<String, V> last = new LinkedHashMap<>();
        try {
            pipeline.reader().read(topic.name(pipeline.prefix()), false, record -> {
                last.put(new String(record.key(), StandardCharsets.UTF_8), Json.read(record.value(), topic.value()));
                return true;
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return last;
    }

    /** Waits until nothing is missing; the feeds' status is read anew each time. */
    private static void await(Supplier<List<String>> missing) {
        long end = System.nanoTime() + Duration.ofMinutes(4).toNanos();
        List<String> left;
        do {
            pipeline.requireAlive();
            LockSupport.parkNanos(100_000_000);
            try {
                status = subscriptions.status();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            left = missing.get();
        } while (!left.isEmpty() && System.nanoTime() < end);
        assertThat(left).as("what is missing").isEmpty();
    }
}
