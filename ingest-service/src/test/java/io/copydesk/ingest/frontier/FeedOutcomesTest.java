package io.copydesk.ingest.frontier;

import static io.copydesk.ingest.frontier.FrontierFixture.DAY;
import static io.copydesk.ingest.frontier.FrontierFixture.HOUR;
import static io.copydesk.ingest.frontier.FrontierFixture.MINUTE;
import static io.copydesk.ingest.frontier.FrontierFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FeedStatus.Health;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedOutcomesTest {

    private static final String URL = "https://www.harbour.example/feed.xml";
    private static final FetchRequest REQUEST = FrontierFixture.request("www.harbour.example#4", URL, FetchTarget.FEED);
    private static final Reading NOTHING = new Reading.Nothing();

    private final FrontierFixture fixture = new FrontierFixture();
    private final FeedOutcomes feeds = fixture.feedOutcomes(FrontierFixture.settings());
    private final FeedState feed = feeds.subscribe(URL, new Subscription(URL, "Harbour", "News", null), NOW);

    @Test
    void pollsANewSubscriptionAtOnceAndManyOneAfterTheOther() {
        FrontierSettings settings = FrontierSettings.defaults().toBuilder()
                .firstPollSpacing(Duration.ofMillis(10))
                .build();
        FeedOutcomes spaced = fixture.feedOutcomes(settings);

        assertThat(subscribe(spaced, 1, NOW)).isEqualTo(NOW);
        assertThat(subscribe(spaced, 2, NOW)).isEqualTo(NOW + 10);
        assertThat(subscribe(spaced, 3, NOW + 5)).isEqualTo(NOW + 20);
        assertThat(subscribe(spaced, 4, NOW + 1_000)).isEqualTo(NOW + 1_000);
        assertThat(feed.due).as("without a spacing").isEqualTo(NOW);
    }

    private static long subscribe(FeedOutcomes feeds, int site, long now) {
        String url = "https://site" + site + ".example/feed";
        return feeds.subscribe(url, new Subscription(url, null, null, null), now).due;
    }

    @Test
    void publishesANewSubscription() {
        FeedStatus status = fixture.statuses.get(0);

        assertThat(status.health()).isEqualTo(Health.NEW);
        assertThat(status.title()).isEqualTo("Harbour");
        assertThat(status.nextPoll()).isEqualTo(Instant.ofEpochMilli(NOW).toString());
        assertThat(status.lastPoll()).isNull();
    }

    @Test
    void pollsWithTheLastValidatorsUntilAProbeIsDue() {
        learn(items("a"), NOW);
        FetchRequest conditional = candidate().request("id", 5, NOW);
        assertThat(conditional.etag()).isEqualTo("\"4\"");
        assertThat(conditional.lastModified()).isEqualTo("yesterday");
        assertThat(conditional.digest()).isNotNull();
        assertThat(conditional.startBefore()).isEqualTo(5);

        for (int i = 0; i < 3; i++) {
            feeds.learn(stored(), outcome(Result.NOT_MODIFIED, 304).build(), NOTHING, NOW);
        }
        FetchRequest probe = candidate().request("id", 5, NOW);

        assertThat(probe.etag()).isNull();
        assertThat(probe.lastModified()).isNull();
        assertThat(probe.digest()).isEqualTo(conditional.digest());
        assertThat(stored().probing).isTrue();
        feeds.learn(stored(), outcome(Result.UNCHANGED, 200).etag("\"5\"").build(), NOTHING, NOW);
        assertThat(stored().confirmed).isEqualTo(1);
        assertThat(candidate().request("id", 5, NOW).etag()).isEqualTo("\"5\"");
        assertThat(stored().probing).isFalse();
    }

    @Test
    void announcesNewAndChangedItems() {
        ReadItem dated = new ReadItem("a", "https://www.harbour.example/a", "A", NOW - HOUR, null, null);
        learn(new Reading.Items("Harbour Post", List.of(dated), 0, QuietTimes.NONE), NOW);
        ReadItem changed = new ReadItem("a", "https://www.harbour.example/a", "A, too", NOW - HOUR, null, null);
        ReadItem added = new ReadItem("b", "https://www.harbour.example/b", null, 0, null, null);
        ReadItem withoutPage = new ReadItem("c", null, "C", 0, null, null);
        learn(new Reading.Items(null, List.of(changed, added, withoutPage), 0, QuietTimes.NONE), NOW + HOUR);

        assertThat(fixture.links)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("announced")
                .containsExactly(
                        link("a")
                                .title("A")
                                .published(Instant.ofEpochMilli(NOW - HOUR).toString())
                                .build(),
                        link("b").build(),
                        link("a")
                                .title("A, too")
                                .published(Instant.ofEpochMilli(NOW - HOUR).toString())
                                .updated(true)
                                .build());
        FeedStatus status = lastStatus();
        assertThat(status.title()).isEqualTo("Harbour Post");
        assertThat(status.items()).isEqualTo(3);
        assertThat(status.polls()).isEqualTo(2);
        assertThat(status.httpStatus()).isEqualTo(200);
        assertThat(status.lastNewItem())
                .isEqualTo(Instant.ofEpochMilli(NOW + HOUR).toString());
        assertThat(status.lastPoll()).isEqualTo(Instant.ofEpochMilli(NOW + HOUR).toString());
        assertThat(stored().window).isEqualTo(3);
        assertThat(status.why()).endsWith("; 1 of 3 items have no link to a page");
    }

    @Test
    void anItemIsAnnouncedWithWhatTheFeedSaysOfIt() {
        ReadItem item = new ReadItem(
                "guid-7",
                "https://www.harbour.example/a",
                "A",
                NOW - HOUR,
                "2026-03-04T10:30:00+01:00",
                "2026-03-04T10:00:00+01:00");
        learn(new Reading.Items("Harbour Post", List.of(item), 0, QuietTimes.NONE), NOW);

        assertThat(fixture.links)
                .singleElement()
                .extracting(Link::announced, list(Announcement.class))
                .containsExactly(new Announcement(
                        URL,
                        "Harbour Post",
                        "News",
                        "guid-7",
                        "A",
                        "2026-03-04T10:00:00+01:00",
                        Instant.ofEpochMilli(NOW).toString()));
    }

    @Test
    void aPollWithoutNewItemsLeavesTheTimeOfTheLastOne() {
        learn(items("a"), NOW);
        learn(items("a"), NOW + HOUR);

        assertThat(stored().lastNew).isEqualTo(NOW);
        assertThat(stored().lastPoll).isEqualTo(NOW + HOUR);
        assertThat(stored().lastBody).isEqualTo(NOW + HOUR);
    }

    @Test
    void aSitemapIndexIsASubscriptionToEachSitemap() {
        learn(new Reading.Sitemaps(List.of("https://www.harbour.example/map-1.xml")), NOW);

        assertThat(fixture.links)
                .containsExactly(Link.builder()
                        .url("https://www.harbour.example/map-1.xml")
                        .target(FetchTarget.FEED)
                        .source(URL)
                        .build());
        assertThat(lastStatus().health()).isEqualTo(Health.OK);
    }

    @Test
    void aBodyThatIsKnownByItsDigestIsNotReadAgain() {
        feeds.learn(stored(), body("body").build(), items("a"), NOW);
        feeds.learn(stored(), body("body").build(), items("b"), NOW + HOUR);

        assertThat(stored().items).isEqualTo(1);
        assertThat(stored().observed).isEqualTo(NOW + HOUR);
    }

    @Test
    void learnsTheRhythmFromTheDatesOfTheFirstBody() {
        List<ReadItem> items = new ArrayList<>();
        for (int day = 0; day < 10; day++) {
            for (int i = 0; i < 4; i++) {
                items.add(item(day + "-" + i, NOW - day * DAY - i * 6 * HOUR));
            }
        }
        items.add(item("future", NOW + DAY));
        learn(new Reading.Items(null, items, 0, QuietTimes.NONE), NOW);

        assertThat(stored().rhythm.mean() * 24).isCloseTo(4, within(0.5));
        assertThat(lastStatus().why()).isEqualTo("3.9 items a day on average");
    }

    @Test
    void ignoresDatesOfTheFirstBodyFromBeforeTheLastThirtyDays() {
        List<ReadItem> items = List.of(item("a", NOW - 900 * DAY), item("b", NOW - 800 * DAY), item("c", NOW - DAY));
        learn(new Reading.Items(null, items, 0, QuietTimes.NONE), NOW);

        assertThat(stored().rhythm.mean() * 24 * 30).isCloseTo(1.2, within(0.2));
    }

    @Test
    void assumesThreeItemsInSixHoursOfAFirstBodyWithoutDates() {
        learn(items("a", "b"), NOW);

        assertThat(stored().rhythm.mean()).isCloseTo((3 + 0.25) / (6 + 6), within(0.01));
    }

    @Test
    void anEmptyFirstBodySaysNothingOfTheRhythm() {
        learn(new Reading.Items(null, List.of(), 0, QuietTimes.NONE), NOW);

        assertThat(stored().rhythm.mean()).isCloseTo(0.25 / 6, within(1e-6));
    }

    @Test
    void spreadsUndatedNewItemsOverTheTimeSinceTheLastPoll() {
        learn(new Reading.Items(null, List.of(), 0, QuietTimes.NONE), NOW);
        learn(items("a", "b", "c"), NOW + 8 * HOUR);

        Rhythm expected = new Rhythm();
        expected.observe(NOW, NOW + 8 * HOUR, List.of(NOW + 2 * HOUR, NOW + 4 * HOUR, NOW + 6 * HOUR));
        for (int hour = 0; hour < 24; hour++) {
            assertThat(stored().rhythm.rate(NOW + hour * HOUR))
                    .isCloseTo(expected.rate(NOW + hour * HOUR), within(1e-9));
        }
    }

    @Test
    void usesTheDateOfANewItemOnlyWhenItIsAfterTheLastPoll() {
        learn(new Reading.Items(null, List.of(), 0, QuietTimes.NONE), NOW);
        List<ReadItem> items = List.of(item("a", NOW + HOUR), item("b", NOW - HOUR), item("c", NOW + 9 * HOUR));
        learn(new Reading.Items(null, items, 0, QuietTimes.NONE), NOW + 8 * HOUR);

        Rhythm expected = new Rhythm();
        expected.observe(NOW, NOW + 8 * HOUR, List.of(NOW + HOUR, NOW + 4 * HOUR, NOW + 6 * HOUR));
        for (int hour = 0; hour < 24; hour++) {
            assertThat(stored().rhythm.rate(NOW + hour * HOUR))
                    .isCloseTo(expected.rate(NOW + hour * HOUR), within(1e-9));
        }
    }

    @Test
    void aNotModifiedCountsAsNoNewItemsOnlyOnceAProbeConfirmedTheServer() {
        learn(items("a"), NOW);
        feeds.learn(stored(), outcome(Result.NOT_MODIFIED, 304).build(), NOTHING, NOW + HOUR);
        assertThat(stored().observed).isEqualTo(NOW);
        assertThat(stored().unverified).isEqualTo(1);
        FeedState confirmed = stored();
        confirmed.confirmed = 1;
        feeds.learn(confirmed, outcome(Result.NOT_MODIFIED, 304).build(), NOTHING, NOW + 2 * HOUR);

        assertThat(stored().observed).isEqualTo(NOW + 2 * HOUR);
        assertThat(stored().etag).as("validators are those of the last body").isEqualTo("\"4\"");
    }

    @Test
    void polledNoSoonerThanTheFeedOrTheServerAsks() {
        learn(new Reading.Items(null, many(40), 4 * HOUR, QuietTimes.NONE), NOW);
        assertThat(stored().due - NOW).isBetween(228 * MINUTE, 252 * MINUTE);

        feeds.learn(
                stored(),
                outcome(Result.UNCHANGED, 200).freshUntil(NOW + 8 * HOUR).build(),
                NOTHING,
                NOW);
        assertThat(stored().due - NOW).isBetween(456 * MINUTE, 504 * MINUTE);

        feeds.learn(stored(), outcome(Result.UNCHANGED, 200).build(), NOTHING, NOW);
        assertThat(stored().due - NOW).isBetween(228 * MINUTE, 252 * MINUTE);
    }

    @Test
    void polledAfterTheTimesAtWhichNothingIsPublished() {
        QuietTimes quiet = new QuietTimes((1 << 24) - 1 - (1 << 23), 0);
        learn(new Reading.Items(null, items("a").items(), 0, quiet), NOW);

        assertThat(stored().due).isEqualTo(Instant.parse("2026-03-04T23:00:00Z").toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({"DENIED, 500, , HTTP 500", "MOVED, 301, , redirect without a location", "FAILED, 0, , no response"})
    void aFailureBacksOffAndSaysWhy(Result result, int status, FailureReason reason, String why) {
        feeds.learn(feed, outcome(result, status).reason(reason).build(), NOTHING, NOW);

        assertThat(lastStatus().why()).isEqualTo(why);
        assertThat(lastStatus().health()).isEqualTo(Health.FAILING);
        assertThat(lastStatus().failures()).isEqualTo(1);
        assertThat(stored().due - NOW).isBetween(285_000L, 315_000L);
    }

    @Test
    void aFailureSaysItsReasonAndWhatIsNoFeedWhatItIs() {
        feeds.learn(feed, outcome(Result.FAILED, 0).reason(FailureReason.TLS).build(), NOTHING, NOW);
        assertThat(lastStatus().why()).isEqualTo("tls");
        learn(new Reading.Unreadable("HTML"), NOW);
        assertThat(lastStatus().why()).isEqualTo("HTML");
        learn(NOTHING, NOW);
        assertThat(lastStatus().why()).isEqualTo("not a feed");
        assertThat(lastStatus().failures()).isEqualTo(3);
        learn(items("a"), NOW);

        assertThat(lastStatus().failures()).isZero();
        assertThat(stored().failingSince).isZero();
        assertThat(lastStatus().health()).isEqualTo(Health.OK);
    }

    @ParameterizedTest
    @CsvSource({"0, FAILING, 10", "1, DEAD, 10080"})
    void isDeadAfterMoreThanFourteenDaysOfFailuresAndPolledOnceAWeek(long millis, Health health, long waitMinutes) {
        feeds.learn(feed, outcome(Result.DENIED, 500).build(), NOTHING, NOW);
        long now = NOW + 14 * DAY + millis;
        feeds.learn(stored(), outcome(Result.DENIED, 500).build(), NOTHING, now);

        assertThat(lastStatus().health()).isEqualTo(health);
        assertThat((stored().due - now) / (double) MINUTE).isCloseTo(waitMinutes, within(0.05 * waitMinutes));
    }

    @ParameterizedTest
    @CsvSource({"60, 60", "14400, 10080", "1, 5"})
    void keepsARetryAfterOfUpToAWeek(long askedMinutes, double keptMinutes) {
        feeds.learn(
                feed,
                outcome(Result.DENIED, 429)
                        .retryAfter(NOW + askedMinutes * MINUTE)
                        .build(),
                NOTHING,
                NOW);

        assertThat((stored().due - NOW) / (double) MINUTE).isCloseTo(keptMinutes, within(0.26));
    }

    @Test
    void aFeedThatSaysItIsGoneIsAskedDailyForThirtyDaysAndThenRetired() {
        fixture.stores.queue("www.harbour.example", NOW, feed.target(), null);
        feeds.learn(feed, outcome(Result.DENIED, 410).build(), NOTHING, NOW);
        assertThat(lastStatus().health()).isEqualTo(Health.FAILING);
        assertThat(lastStatus().why()).startsWith("gone (HTTP 410); asked every day until 20");
        assertThat(stored().failingSince).isEqualTo(NOW);
        assertThat((stored().due - NOW) / (double) DAY).isCloseTo(1, within(0.05));

        feeds.learn(stored(), outcome(Result.DENIED, 500).build(), NOTHING, NOW + 29 * DAY);
        feeds.learn(stored(), outcome(Result.DENIED, 410).build(), NOTHING, NOW + 30 * DAY - 1);
        assertThat(lastStatus().health()).isEqualTo(Health.FAILING);
        feeds.learn(stored(), outcome(Result.DENIED, 410).build(), NOTHING, NOW + 30 * DAY);

        assertThat(lastStatus().health()).isEqualTo(Health.RETIRED);
        assertThat(lastStatus().nextPoll()).isNull();
        assertThat(fixture.queued()).isEmpty();
    }

    @Test
    void aFeedThatAnswersAgainWasNeverGone() {
        feeds.learn(feed, outcome(Result.DENIED, 410).build(), NOTHING, NOW);
        learn(items("a"), NOW + DAY);
        assertThat(lastStatus().health()).isEqualTo(Health.OK);
        feeds.learn(stored(), outcome(Result.DENIED, 410).build(), NOTHING, NOW + 31 * DAY);

        assertThat(lastStatus().health()).isEqualTo(Health.FAILING);
    }

    @Test
    void aFeedThatRobotsTxtDisallowsIsCheckedDaily() {
        fixture.stores.queue("www.harbour.example", NOW, feed.target(), null);
        candidate().disallowed(NOW);

        assertThat(lastStatus().health()).isEqualTo(Health.DISALLOWED);
        assertThat(stored().due).isEqualTo(NOW + DAY);
        assertThat(fixture.queued()).hasSize(1);
    }

    @Test
    void aDistrustedFeedSaysSo() {
        feed.distrustedSince = NOW - DAY;
        feeds.learn(feed, body("body").build(), items("a"), NOW);

        assertThat(lastStatus().health()).isEqualTo(Health.DISTRUSTED);
    }

    @Test
    void aFeedThatMovedForGoodIsResubscribedWhenItHasAnsweredThereForThirtyDays() {
        String target = "https://feeds.quay.example/1.xml";
        answeredAt(target, "a", NOW);
        assertThat(lastStatus().why()).contains("redirects to " + target);
        feeds.learn(
                stored(),
                outcome(Result.DENIED, 404).location(target).permanent(true).build(),
                NOTHING,
                NOW + 30 * DAY);
        answeredAt(target, "b", NOW + 30 * DAY - 1);
        assertThat(fixture.subscribed).isEmpty();
        answeredAt(target, "c", NOW + 30 * DAY);

        assertThat(fixture.subscribed).containsExactly(new Subscription(target, "Harbour", "News", URL));
        assertThat(fixture.unsubscribed).containsExactly(URL);
    }

    @Test
    void aMoveThatIsTakenBackOrLeadsElsewhereBeginsAnew() {
        answeredAt("https://feeds.quay.example/1.xml", "a", NOW);
        feeds.learn(stored(), outcome(Result.NOT_MODIFIED, 304).build(), NOTHING, NOW + DAY);
        assertThat(lastStatus().why()).doesNotContain("redirects");
        answeredAt("https://feeds.quay.example/1.xml", "b", NOW + 20 * DAY);
        answeredAt("https://parked.example/", "c", NOW + 31 * DAY);
        answeredAt("https://parked.example/", "d", NOW + 60 * DAY);

        assertThat(fixture.subscribed).isEmpty();
    }

    private void answeredAt(String target, String item, long now) {
        FetchOutcome outcome = body(item).location(target).permanent(true).build();
        feeds.learn(stored(), outcome, items(item), now);
    }

    @Test
    void whatAnIndexNamesNoMoreIsFreed() {
        learn(
                new Reading.Sitemaps(List.of("https://www.harbour.example/1.xml", "https://www.harbour.example/2.xml")),
                NOW);
        fixture.links.clear();
        learn(new Reading.Sitemaps(List.of("https://www.harbour.example/2.xml")), NOW);

        assertThat(fixture.links)
                .extracting(Link::url, Link::source, Link::withdrawn)
                .containsExactly(
                        tuple("https://www.harbour.example/1.xml", URL, true),
                        tuple("https://www.harbour.example/2.xml", URL, null));
        fixture.links.clear();
        learn(items("a"), NOW);
        assertThat(fixture.links)
                .filteredOn(link -> link.withdrawn() != null)
                .extracting(Link::url)
                .containsExactly("https://www.harbour.example/2.xml");
    }

    @Test
    void anIndexWithinAnIndexIsNotFollowed() {
        feed.index = "https://www.harbour.example/index.xml";
        fixture.stores.put(feed);
        learn(new Reading.Sitemaps(List.of("https://www.harbour.example/1.xml")), NOW);

        assertThat(fixture.links).isEmpty();
        assertThat(lastStatus().health()).isEqualTo(Health.FAILING);
        assertThat(lastStatus().index()).isEqualTo("https://www.harbour.example/index.xml");
    }

    @Test
    void keepsTheSubscribersBoundsAndTheServersWish() {
        feeds.change(feed, new Subscription(URL, null, "News", null, 900L, 1800L), NOW);
        learn(items("a"), NOW);
        assertThat((stored().due - NOW) / (double) MINUTE).isCloseTo(20, within(1.0));

        feed.subscribed(new Subscription(URL, null, "News", null, 2400L, 3600L));
        feeds.change(stored(), new Subscription(URL, null, "News", null, 2400L, 3600L), NOW);
        learn(items("b"), NOW);
        assertThat((stored().due - NOW) / (double) MINUTE).as("at least").isCloseTo(40, within(2.0));

        assertThat(feed.bounded(MINUTE, 0)).isEqualTo(40 * MINUTE);
        assertThat(feed.bounded(5 * HOUR, 0)).isEqualTo(HOUR);
        assertThat(feed.bounded(2 * HOUR, 2 * HOUR)).as("asked for").isEqualTo(2 * HOUR);

        answeredAt("https://feeds.quay.example/1.xml", "d", NOW);
        answeredAt("https://feeds.quay.example/1.xml", "e", NOW + 30 * DAY);
        assertThat(fixture.subscribed)
                .containsExactly(
                        new Subscription("https://feeds.quay.example/1.xml", "Harbour", "News", URL, 2400L, 3600L));
    }

    @Test
    void waitsForTheAnswerToARedirectBeforeItIsPolledAgain() {
        feeds.follow(feed, REQUEST.id(), NOW + 4 * MINUTE);
        assertThat(stored().due).isEqualTo(NOW + 4 * MINUTE);
        assertThat(stored().following).isEqualTo(REQUEST.id());
        feeds.learn(stored(), outcome(Result.DENIED, 500).build(), NOTHING, NOW);

        assertThat(stored().following).isNull();
    }

    @Test
    void anEntryOfTheQueueThatIsOutOfDateIsNoCandidate() {
        assertThat(feeds.candidate(new CrawlTarget.Feed("https://www.quay.example/feed.xml"), NOW))
                .isEmpty();
        assertThat(feeds.candidate(feed.target(), NOW - 1)).isEmpty();
        assertThat(candidate().url()).isEqualTo(URL);
        assertThat(candidate().obeysRobots()).isTrue();
    }

    @Test
    void jittersByAtMostFivePercentAndDifferentlyForEachFeedAndPoll() {
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            FeedState other = new FeedState("https://site" + i % 50 + ".example/feed");
            other.polls = i / 50;
            waits.add(other.jittered(1_000_000));
        }

        assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(950_000L, 1_050_000L));
        assertThat(waits).filteredOn(wait -> wait < 960_000).isNotEmpty();
        assertThat(waits).filteredOn(wait -> wait > 1_040_000).isNotEmpty();
        assertThat(waits.stream().distinct().count()).isGreaterThan(490);
    }

    private void learn(Reading reading, long now) {
        feeds.learn(stored(), body("body" + now + reading).etag("\"4\"").build(), reading, now);
    }

    private FeedState stored() {
        return fixture.stores.feed(URL);
    }

    private Candidate candidate() {
        return feeds.candidate(feed.target(), stored().due).orElseThrow();
    }

    private FeedStatus lastStatus() {
        return fixture.statuses.get(fixture.statuses.size() - 1);
    }

    private static FetchOutcome.Builder outcome(Result result, int status) {
        return FrontierFixture.outcome(REQUEST, result, status, NOW);
    }

    private static FetchOutcome.Builder body(String text) {
        return FrontierFixture.fetched(REQUEST, text, NOW).lastModified("yesterday");
    }

    private static Reading.Items items(String... ids) {
        return new Reading.Items(
                null, List.of(ids).stream().map(id -> item(id, 0)).toList(), 0, QuietTimes.NONE);
    }

    private static ReadItem item(String id, long published) {
        return new ReadItem(id, "https://www.harbour.example/" + id, null, published, null, null);
    }

    private static List<ReadItem> many(int count) {
        List<ReadItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(item("m" + i, NOW - i * HOUR));
        }
        return items;
    }

    private static Link.Builder link(String id) {
        return Link.builder()
                .url("https://www.harbour.example/" + id)
                .target(FetchTarget.PAGE)
                .source(URL);
    }
}
