package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.PageAnnouncement;
import io.copydesk.ingest.page.WithdrawalNotice;
import io.copydesk.kit.config.ConfigLoader;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FeedStatus.Health;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Topics;
import io.copydesk.schemas.Withdrawal.Sign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontierTopologyTest {

    private static final String HOST = "www.harbour.example";
    private static final String FEED = "https://" + HOST + "/feed.xml";
    private static final Duration SOON = Duration.ofMinutes(10);
    private static final Duration DAY = Duration.ofDays(1);

    private final FrontierBed web = new FrontierBed(FrontierSettings.defaults());

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void isTheTopologyThatIsDescribed() throws IOException {
        Path file = Path.of("src/test/resources/frontier-topology.txt");
        String described = FrontierTopology.build("t.", FrontierSettings.defaults(), "Copydesk")
                .describe()
                .toString();
        if (Boolean.getBoolean("topology.write")) {
            Files.writeString(file, described);
        }

        assertThat(described)
                .as("run with -Dtopology.write=true to write the description anew")
                .isEqualTo(Files.readString(file));
    }

    @Test
    void asksForRobotsTxtBeforeAnythingElseOfAHost() {
        web.subscribe(FEED);

        FetchRequest first = web.next(SOON);

        assertThat(first.target()).isEqualTo(FetchTarget.ROBOTS);
        assertThat(first.url()).isEqualTo("https://" + HOST + "/robots.txt");
    }

    @Test
    void neverFetchesWhatRobotsTxtDisallows() {
        web.subscribe(FEED);
        web.answer(web.next(SOON), "User-agent: *\nDisallow: /feed");

        assertThat(web.await(Duration.ofHours(23))).isEmpty();
        assertThat(status().health()).isEqualTo(Health.DISALLOWED);
    }

    @ParameterizedTest
    @CsvSource({"AcmeBot, true", "Copydesk, false"})
    void robotsTxtIsJudgedForTheProductThatIsSent(String forbidden, boolean keptOut) {
        try (FrontierBed acme = new FrontierBed(FrontierSettings.defaults(), product("AcmeBot/1.0"))) {
            acme.subscribe(FEED);
            acme.answer(
                    acme.next(SOON), "User-agent: " + forbidden + "\nDisallow: /\n\nUser-agent: *\nDisallow: /none\n");

            assertThat(acme.await(SOON).isEmpty()).isEqualTo(keptOut);
        }
    }

    private static FetchSettings product(String product) {
        return new ConfigLoader()
                .section("fetch", FetchSettings.defaults())
                .commandLine(Map.of("fetch.product", product))
                .load()
                .get(FetchSettings.class);
    }

    @Test
    void asksNothingOfAHostWhoseRobotsTxtCannotBeHadButRobotsTxt() {
        web.subscribe(FEED);
        for (int times = 0; times < 5; times++) {
            FetchRequest request = web.next(Duration.ofHours(3));
            assertThat(request.target()).isEqualTo(FetchTarget.ROBOTS);
            web.deny(request, 503);
        }
    }

    @Test
    void hasOneRequestInFlightForAHostAndPausesBetweenTwo() {
        web.subscribe(FEED);
        web.subscribe("https://" + HOST + "/sport.xml");
        FetchRequest first = web.pastRobots(SOON);

        assertThat(web.await(Duration.ofSeconds(20))).isEmpty();
        Instant ended = web.now();
        web.answer(first, FrontierBed.feed(web.now(), HOST, 60, 200, 900));
        web.next(SOON);
        assertThat(web.now()).isAfterOrEqualTo(ended.plusSeconds(1));
    }

    @Test
    void keepsACrawlDelay() {
        web.subscribe(FEED);
        web.answer(web.next(SOON), "User-agent: *\nCrawl-delay: 20");
        Instant ended = web.now();

        web.next(SOON);

        assertThat(web.now()).isAfterOrEqualTo(ended.plusSeconds(20));
    }

    @Test
    void keepsACrawlDelayAfterAnOutcomeThatIsLost() {
        FrontierSettings settings = FrontierSettings.defaults();
        web.subscribe(FEED);
        web.answer(web.next(SOON), "User-agent: *\nCrawl-delay: 100");
        FetchRequest lost = web.next(SOON);

        web.next(SOON);

        Instant endedAtTheLatest =
                Instant.ofEpochMilli(lost.startBefore()).plus(settings.lease()).minus(settings.startWithin());
        assertThat(web.now()).isAfterOrEqualTo(endedAtTheLatest.plusSeconds(100));
    }

    @Test
    void asksAgainWhenAnOutcomeIsLost() {
        web.subscribe(FEED);
        FetchRequest lost = web.pastRobots(SOON);

        FetchRequest again = web.next(SOON);

        assertThat(again.url()).isEqualTo(FEED);
        assertThat(again.id()).isNotEqualTo(lost.id());
        assertThat(web.now().toEpochMilli()).isGreaterThan(lost.startBefore());
    }

    @Test
    void fetchesEachPageOnceHoweverManyFeedsNameIt() {
        web.subscribe(FEED);
        web.subscribe("https://" + HOST + "/front.xml");
        FetchRequest request = web.pastRobots(SOON);
        String body = FrontierBed.feed(web.now(), HOST, 30, 300);
        int pages = 0;
        for (int i = 0; i < 4; i++) {
            boolean page = request.target() == FetchTarget.PAGE;
            pages += page ? 1 : 0;
            web.answer(request, page ? "page " + request.url() : body);
            request = i < 3 ? web.next(SOON) : null;
        }

        assertThat(pages).isEqualTo(2);
        assertThat(web.await(Duration.ofMinutes(3))).isEmpty();
        assertThat(web.announced())
                .hasSize(4)
                .doesNotHaveDuplicates()
                .extracting(each -> each.announcement().feed())
                .containsOnly(FEED, "https://" + HOST + "/front.xml");
    }

    @Test
    void whereARedirectLeadsIsAnnouncedByTheFeedThatNamedThePage() {
        web.subscribe(FEED);
        web.answer(web.pastRobots(SOON), FrontierBed.feed(web.now(), HOST, 30));
        FetchRequest page = web.next(SOON);
        String target = "https://quay.example/elsewhere";
        web.move(page, 302, target);
        web.pastRobots(SOON);

        List<PageAnnouncement> announced = web.announced();
        assertThat(announced).extracting(PageAnnouncement::url).containsExactly(page.url(), target);
        assertThat(announced).extracting(PageAnnouncement::announcement).allSatisfy(each -> {
            assertThat(each.feed()).isEqualTo(FEED);
            assertThat(each.feedTitle()).isEqualTo("Harbour");
            assertThat(each.title()).startsWith("At ");
            assertThat(each.guid()).isEqualTo(each.published());
        });
    }

    @Test
    void seesAFreshPageAgainAtSetTimes() {
        try (FrontierBed set = new FrontierBed(FrontierSettings.defaults().toBuilder()
                .revisits(List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24)))
                .build())) {
            FetchRequest page = onlyPage(set);
            Instant first = set.now();

            for (int hours : new int[] {1, 6, 24}) {
                FetchRequest visit = nextOf(set, FetchTarget.PAGE, DAY);
                assertThat(visit.url()).isEqualTo(page.url());
                assertThat(visit.etag()).isEqualTo("\"tag\"");
                assertThat(Duration.between(first, set.now()))
                        .isBetween(Duration.ofHours(hours), Duration.ofMinutes(hours * 60 + 2));
                set.notModified(visit);
            }
            assertThat(set.await(DAY.multipliedBy(3))).isEmpty();
        }
    }

    @Test
    void seesAFreshPageForTheLastTimeAWeekAfterItsPublication() {
        onlyPage(web);
        Instant first = web.now();
        List<Duration> ages = new ArrayList<>();
        FetchRequest last = null;
        for (FetchRequest visit = nextOf(web, FetchTarget.PAGE, DAY.multipliedBy(8)); visit != null; ) {
            ages.add(Duration.between(first, web.now()));
            last = visit;
            web.notModified(visit);
            List<FetchRequest> made = web.await(DAY.multipliedBy(9));
            while (!made.isEmpty() && made.get(0).target() != FetchTarget.PAGE) {
                web.deny(made.get(0), 404);
                made = web.await(DAY.multipliedBy(9));
            }
            visit = made.isEmpty() ? null : made.get(0);
        }

        assertThat(last).isNotNull();
        assertThat(ages).hasSizeBetween(1, 8);
        assertThat(ages.get(ages.size() - 1))
                .isBetween(
                        DAY.multipliedBy(7).minusHours(1), DAY.multipliedBy(7).plusHours(1));
    }

    @Test
    void tellsOfAPageThatIsGoneThatAnotherIsThereInBetween() throws IOException {
        web.subscribe(FEED);
        web.answer(web.pastRobots(SOON), FrontierBed.feed(web.now(), HOST, 30, 60));
        FetchRequest gone = web.next(SOON);
        web.answer(gone, "first");
        web.answer(web.next(SOON), "second");
        web.unsubscribe(FEED);

        List<Page> told = web.notices();
        for (int i = 0; i < 60 && told.isEmpty(); i++) {
            for (FetchRequest request : web.await(DAY)) {
                if (request.url().equals(gone.url())) {
                    web.deny(request, 410);
                } else if (request.target() == FetchTarget.ROBOTS) {
                    web.deny(request, 404);
                } else {
                    web.answer(request, "second");
                }
            }
            told = web.notices();
        }

        assertThat(told).hasSize(1);
        Page page = told.get(0);
        assertThat(page.url()).isEqualTo(gone.url());
        WithdrawalNotice notice = WithdrawalNotice.of(page).orElseThrow();
        assertThat(notice.evidence())
                .hasSizeGreaterThan(2)
                .allSatisfy(seen -> assertThat(seen.sign()).isEqualTo(Sign.GONE));
        Instant first = Instant.parse(notice.evidence().get(0).at());
        assertThat(Duration.between(first, page.fetched())).isGreaterThanOrEqualTo(Duration.ofHours(1));
        assertThat(web.sent(Topics.DEAD_LETTERS)).isEmpty();
    }

    /** The page that a feed with one item leads to, fetched; the feed is watched no more. */
    private static FetchRequest onlyPage(FrontierBed web) {
        web.subscribe(FEED);
        web.answer(web.pastRobots(SOON), FrontierBed.feed(web.now(), HOST, 30));
        FetchRequest page = web.next(SOON);
        web.answer(page, "first");
        web.unsubscribe(FEED);
        return page;
    }

    private static FetchRequest nextOf(FrontierBed web, FetchTarget target, Duration limit) {
        FetchRequest request = web.next(limit);
        while (request.target() != target) {
            web.deny(request, 404);
            request = web.next(limit);
        }
        return request;
    }

    /** Robots.txt files are asked for again now and then. */
    private FetchRequest nextOf(FetchTarget target, Duration limit) {
        return nextOf(web, target, limit);
    }

    /** The next request for a URL; all others are denied. */
    private FetchRequest nextAt(String url) {
        for (List<FetchRequest> made = web.await(DAY); !made.isEmpty(); made = web.await(DAY)) {
            for (FetchRequest request : made) {
                if (request.url().equals(url)) {
                    return request;
                }
                web.deny(request, 404);
            }
        }
        throw new AssertionError("no request for " + url);
    }

    @Test
    void aPageThatIsNotThereIsADeadLetterAndALineOfTheLedger() {
        web.subscribe(FEED);
        web.answer(web.pastRobots(SOON), FrontierBed.feed(web.now(), HOST, 30));
        web.deny(web.next(SOON), 404);
        FetchRequest again = web.next(SOON);
        web.deny(again, 404);

        DeadLetter letter = web.sent(Topics.DEAD_LETTERS).values().iterator().next();
        assertThat(letter.reason()).isEqualTo("http-status");
        assertThat(letter.detail()).contains("404").contains(again.url());
        assertThat(web.sent(Topics.LEDGER))
                .containsOnly(Map.entry(again.id(), LedgerEntry.refused(again.id(), "http-status")));
    }

    @Test
    void aPageThatWasGivenUpIsFetchedAgainWhenItsDeadLetterIsRetried() throws IOException {
        web.subscribe(FEED);
        web.answer(web.pastRobots(SOON), FrontierBed.feed(web.now(), HOST, 30));
        web.deny(web.next(SOON), 404);
        FetchRequest last = web.next(SOON);
        web.deny(last, 404);

        web.retry(web.sent(Topics.DEAD_LETTERS).values().iterator().next());

        assertThat(web.next(SOON).url()).isEqualTo(last.url());
    }

    @Test
    void aFeedThatIsDueComesBeforePagesThatHaveWaitedLonger() {
        web.subscribe(FEED);
        web.answer(web.pastRobots(SOON), FrontierBed.feed(web.now(), HOST, 10, 20, 30, 40, 50));
        FetchRequest page = web.next(SOON);
        assertThat(page.target()).isEqualTo(FetchTarget.PAGE);
        web.subscribe("https://" + HOST + "/sport.xml");
        web.pass(SOON); // the second feed is due, and the page's outcome is lost

        assertThat(web.next(SOON).url()).endsWith("/sport.xml");
    }

    @Test
    void aRedirectInACircleEnds() {
        web.subscribe(FEED);
        web.answer(web.pastRobots(SOON), FrontierBed.feed(web.now(), HOST, 30));
        for (int i = 0; i < 6; i++) {
            FetchRequest page = web.next(SOON);
            web.move(page, 302, page.url());
        }

        assertThat(web.sent(Topics.DEAD_LETTERS).values())
                .extracting(DeadLetter::reason)
                .containsExactly("too-many-redirects");
    }

    @Test
    void aFeedThatMovedForGoodIsWatchedWhereItIsAfterThirtyDays() {
        String target = "https://feeds.quay.example/all.xml";
        web.subscribe(FEED);
        web.move(web.pastRobots(SOON), 301, target);
        web.answer(web.pastRobots(SOON), FrontierBed.feed(web.now(), HOST, 30));
        web.answer(web.next(SOON), "the page");
        assertThat(web.sent(Topics.SUBSCRIPTIONS)).isEmpty();

        web.pass(DAY.multipliedBy(30));
        web.move(nextAt(FEED), 301, target);
        web.answer(nextAt(target), FrontierBed.feed(web.now(), HOST, 20));

        assertThat(web.sent(Topics.SUBSCRIPTIONS))
                .containsEntry(target, new Subscription(target, "Harbour", null, FEED))
                .containsEntry(FEED, null);
        assertThat(nextAt(target).target()).isEqualTo(FetchTarget.FEED);
    }

    @Test
    void aFeedThatIsServedFromElsewhereForNowKeepsItsAddress() {
        web.subscribe(FEED);
        web.move(web.pastRobots(SOON), 302, "https://feeds.quay.example/all.xml");
        web.answer(web.pastRobots(SOON), FrontierBed.feed(web.now(), HOST, 30));

        assertThat(web.sent(Topics.SUBSCRIPTIONS)).isEmpty();
        assertThat(web.next(SOON).target()).isEqualTo(FetchTarget.PAGE);
        assertThat(status().health()).isEqualTo(Health.OK);
        assertThat(status().items()).isEqualTo(1);
    }

    @Test
    void aFeedThatIsGoneForThirtyDaysIsNotAskedAgain() {
        web.subscribe(FEED);
        web.deny(web.pastRobots(SOON), 410);
        assertThat(web.await(Duration.ofHours(22))).isEmpty();
        assertThat(status().health()).isEqualTo(Health.FAILING);

        web.pass(DAY.multipliedBy(30));
        web.deny(web.pastRobots(SOON), 410);

        assertThat(web.await(DAY.multipliedBy(3))).isEmpty();
        assertThat(status().health()).isEqualTo(Health.RETIRED);
        assertThat(status().nextPoll()).isNull();
    }

    @Test
    void removingASitemapIndexFreesTheSitemapsThatItNames() {
        web.subscribe(FEED);
        web.answer(
                web.pastRobots(SOON),
                "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>https://" + HOST
                        + "/one.xml</loc></sitemap></sitemapindex>");
        FetchRequest named = web.next(SOON);
        assertThat(named.url()).endsWith("/one.xml");
        assertThat(web.sent(Topics.FEED_STATUS).get(named.url()).index()).isEqualTo(FEED);
        web.deny(named, 500);

        web.unsubscribe(FEED);

        assertThat(web.sent(Topics.FEED_STATUS))
                .containsEntry(named.url(), null)
                .containsEntry(FEED, null);
        assertThat(web.await(DAY)).isEmpty();
    }

    @Test
    void aFailingFeedIsAskedEverMoreRarelyAndComesBack() {
        web.subscribe(FEED);
        FetchRequest request = web.pastRobots(SOON);
        Instant last = web.now();
        Duration wait = Duration.ZERO;
        for (int i = 0; i < 5; i++) {
            web.deny(request, 500);
            request = nextOf(FetchTarget.FEED, DAY);
            assertThat(Duration.between(last, web.now())).isGreaterThan(wait);
            wait = Duration.between(last, web.now());
            last = web.now();
        }
        assertThat(status().health()).isEqualTo(Health.FAILING);
        web.answer(request, FrontierBed.feed(web.now(), HOST, 30));

        assertThat(status().health()).isEqualTo(Health.OK);
    }

    @Test
    void leavesTheWholeHostAloneForAsLongAsItAsks() {
        web.subscribe(FEED);
        web.subscribe("https://" + HOST + "/sport.xml");
        FetchRequest request = web.pastRobots(SOON);
        Instant until = web.now().plus(Duration.ofHours(2));
        web.denyUntil(request, 429, until);

        web.next(DAY);

        assertThat(web.now()).isAfterOrEqualTo(until);
    }

    @Test
    void asksWithValidatorsUntilTheServerIsCaughtLying() {
        web.subscribe(FEED);
        FetchRequest poll = web.pastRobots(SOON);
        web.answer(poll, FrontierBed.feed(web.now(), "elsewhere.invalid", 60, 120, 180, 240, 300));
        boolean believed = false;
        int polls = 0;
        while (status().health() != Health.DISTRUSTED && polls++ < 24) {
            poll = nextOf(FetchTarget.FEED, DAY);
            if (poll.etag() != null) {
                believed = true;
                web.notModified(poll);
            } else {
                web.answer(poll, FrontierBed.feed(web.now(), "elsewhere.invalid", 1, 30, 60, 90));
            }
        }

        assertThat(believed).isTrue();
        assertThat(polls).isLessThan(24);
        assertThat(nextOf(FetchTarget.FEED, DAY).etag()).isNull();
    }

    @Test
    void aTombstoneEndsThePolling() {
        web.subscribe(FEED);
        web.answer(web.pastRobots(SOON), FrontierBed.feed(web.now(), HOST));
        web.unsubscribe(FEED);

        assertThat(web.await(DAY)).isEmpty();
        assertThat(web.sent(Topics.FEED_STATUS)).containsEntry(FEED, null);
    }

    @Test
    void aDocumentThatIsNoFeedSaysSo() {
        web.subscribe(FEED);
        web.answer(web.pastRobots(SOON), "<html><body>Log in</body></html>");

        assertThat(status().health()).isEqualTo(Health.FAILING);
        assertThat(status().why()).isNotBlank();
    }

    @Test
    void pollsManyNewFeedsOneAfterTheOther() {
        int feeds = 1_000;
        for (int i = 0; i < feeds; i++) {
            web.subscribe("https://site" + i + ".example/feed");
        }
        int most = 0;
        int all = 0;
        for (int second = 0; second < 12; second++) {
            web.pass(Duration.ofSeconds(1));
            List<FetchRequest> made = web.requests();
            made.forEach(request -> web.deny(request, 410));
            most = Math.max(most, made.size());
            all += made.size();
        }

        assertThat(all).isGreaterThanOrEqualTo(feeds);
        assertThat(most)
                .as("a hundred feeds a second, each after its robots.txt")
                .isLessThanOrEqualTo(2 * 101);
    }

    private FeedStatus last;

    private FeedStatus status() {
        Map<String, FeedStatus> sent = web.sent(Topics.FEED_STATUS);
        last = sent.getOrDefault(FEED, last);
        return last;
    }
}
