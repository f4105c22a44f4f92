package io.copydesk.ingest.frontier;

import static io.copydesk.ingest.frontier.FrontierFixture.DAY;
import static io.copydesk.ingest.frontier.FrontierFixture.HOUR;
import static io.copydesk.ingest.frontier.FrontierFixture.MINUTE;
import static io.copydesk.ingest.frontier.FrontierFixture.NOW;
import static io.copydesk.ingest.frontier.FrontierFixture.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.schemas.FeedPriority;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Hop;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontierTest {

    private static final String FEED = "https://www.harbour.example/feed.xml";
    private static final Reading NOTHING = new Reading.Nothing();

    private final FrontierFixture fixture = new FrontierFixture();
    private final FrontierSettings settings =
            FrontierFixture.settings().toBuilder().maxInFlight(3).build();
    private Frontier frontier = frontier();

    @Test
    void makesNoMoreRequestsAtATimeThanItMay() {
        for (int i = 0; i < 5; i++) {
            subscribe("https://site" + i + ".example/feed", NOW);
        }
        frontier.release(NOW);
        assertThat(fixture.requests).hasSize(3);
        frontier.release(NOW + SECOND);
        assertThat(fixture.requests).hasSize(3);

        deny(fixture.requests.get(0), 404, NOW + SECOND);
        frontier.release(NOW + SECOND);

        assertThat(fixture.requests).hasSize(4);
    }

    @Test
    void aLostOutcomeMakesRoomForAnotherRequest() {
        for (int i = 0; i < 4; i++) {
            subscribe("https://site" + i + ".example/feed", NOW);
        }
        frontier.release(NOW);
        frontier.release(NOW + 2 * MINUTE - 1);
        assertThat(fixture.requests).hasSize(3);
        frontier.release(NOW + 2 * MINUTE);

        assertThat(fixture.requests).extracting(FetchRequest::url).contains("https://site3.example/robots.txt");
    }

    @Test
    void aHostWhoseStateCannotBeReadStopsNeitherTheStartNorOthers() {
        subscribe("https://a.example/feed", NOW);
        subscribe("https://b.example/feed", NOW);
        byte[] readable = fixture.hosts.get("a.example");
        fixture.hosts.put("a.example", new byte[] {'{'});
        frontier.release(NOW);
        assertThat(fixture.requests).extracting(FetchRequest::url).containsExactly("https://b.example/robots.txt");

        frontier = frontier();
        frontier.resume();
        frontier.release(NOW + SECOND);
        assertThat(fixture.requests).hasSize(1);

        fixture.hosts.put("a.example", readable);
        frontier = frontier();
        frontier.resume();
        frontier.release(NOW + SECOND);
        assertThat(fixture.requests).hasSize(2);
    }

    @Test
    void aHostWhoseTurnFailedHasItsTurnAfterTheLease() {
        subscribe("https://a.example/feed", NOW);
        byte[] readable = fixture.hosts.get("a.example");
        fixture.hosts.put("a.example", new byte[] {'{'});
        frontier.release(NOW);
        fixture.hosts.put("a.example", readable);

        frontier.release(NOW + settings.lease().toMillis() - 1);
        assertThat(fixture.requests).isEmpty();
        frontier.release(NOW + settings.lease().toMillis());
        assertThat(fixture.requests).hasSize(1);
    }

    @Test
    void anOutcomeThatFailsLeavesItsRequestInFlight() {
        subscribe("https://a.example/feed", NOW);
        subscribe("https://b.example/feed", NOW);
        subscribe("https://c.example/feed", NOW);
        subscribe("https://d.example/feed", NOW);
        frontier.release(NOW);
        fixture.robots.put("https://a.example", new byte[] {'{'});

        assertThatThrownBy(() -> deny(fixture.requests.get(0), 404, NOW + SECOND))
                .isInstanceOf(IllegalStateException.class);
        frontier.release(NOW + SECOND);
        assertThat(fixture.requests).hasSize(3);

        fixture.robots.delete("https://a.example");
        deny(fixture.requests.get(0), 404, NOW + 2 * SECOND);
        frontier.release(NOW + 2 * SECOND);
        assertThat(fixture.requests).hasSize(4);
    }

    @Test
    void countsTheRequestsInFlightAfterARestart() {
        for (int i = 0; i < 5; i++) {
            subscribe("https://site" + i + ".example/feed", NOW);
        }
        frontier.release(NOW);
        frontier = frontier();
        frontier.resume();
        frontier.release(NOW + SECOND);
        assertThat(fixture.requests).hasSize(3);
        deny(fixture.requests.get(1), 404, NOW + SECOND);
        frontier.release(NOW + SECOND);

        assertThat(fixture.requests).hasSize(4);
    }

    @Test
    void aRestartKeepsThePauseOfAHost() {
        subscribe(FEED, NOW);
        frontier.release(NOW);
        deny(fixture.requests.get(0), 404, NOW + HOUR);
        frontier = frontier();
        frontier.resume();

        frontier.release(NOW + HOUR + SECOND - 1);
        assertThat(fixture.requests).hasSize(1);
        frontier.release(NOW + HOUR + SECOND);
        assertThat(fixture.requests).hasSize(2);
    }

    @Test
    void anOutcomeThatComesTwiceIsTakenOnce() {
        subscribe(FEED, NOW);
        pastRobots();
        deny(fixture.requests.get(1), 500, NOW + MINUTE);
        deny(fixture.requests.get(1), 500, NOW + MINUTE);

        assertThat(fixture.stores.feed(FEED).failures).isEqualTo(1);
    }

    @Test
    void aChangedSubscriptionChangesTheCategoryAndNothingElse() {
        subscribe(FEED, NOW);
        frontier.subscribe(FEED, new Subscription(FEED, "Other", "Sea", null), NOW + HOUR);

        assertThat(fixture.stores.feed(FEED).category).isEqualTo("Sea");
        assertThat(fixture.stores.feed(FEED).due).isEqualTo(NOW);
        assertThat(fixture.queued()).hasSize(1);
    }

    @Test
    void aFeedThatIsRefreshedIsPolledNow() {
        subscribe(FEED, NOW);
        pastRobots();
        deny(fixture.requests.get(1), 500, NOW);
        assertThat(fixture.stores.feed(FEED).due).isGreaterThan(NOW + MINUTE);
        frontier.link(
                Link.builder().url(FEED).target(FetchTarget.FEED).updated(true).build(), NOW + MINUTE);
        frontier.release(NOW + MINUTE);

        assertThat(fixture.requests.get(2).url()).isEqualTo(FEED);
    }

    @Test
    void refreshingWhatIsNotWatchedDoesNothing() {
        frontier.link(
                Link.builder().url(FEED).target(FetchTarget.FEED).updated(true).build(), NOW);

        assertThat(fixture.queued()).isEmpty();
    }

    @Test
    void aBoundOfASubscriptionHoldsFromTheNextPollOn() {
        subscribe(FEED, NOW);
        pastRobots();
        deny(fixture.requests.get(1), 500, NOW);
        frontier.subscribe(FEED, new Subscription(FEED, null, null, null, 60L, 120L), NOW);

        assertThat(fixture.stores.feed(FEED).due).isEqualTo(NOW + 2 * MINUTE);
        assertThat(fixture.queued()).hasSize(1);
    }

    @Test
    void anEndedSubscriptionLeavesNothing() {
        subscribe(FEED, NOW);
        frontier.unsubscribe(FEED);
        frontier.release(NOW + DAY);

        assertThat(fixture.requests).isEmpty();
        assertThat(fixture.queued()).isEmpty();
        assertThat(fixture.stores.feed(FEED)).isNull();
        assertThat(fixture.removedStatuses).containsExactly(FEED);
    }

    @Test
    void theOutcomeOfAFeedThatIsNoLongerSubscribedFreesItsHost() {
        subscribe(FEED, NOW);
        subscribe("https://www.harbour.example/sport.xml", NOW);
        pastRobots();
        frontier.unsubscribe(FEED);
        frontier.unsubscribe("https://www.harbour.example/sport.xml");
        deny(fixture.requests.get(1), 500, NOW + MINUTE);
        subscribe("https://www.harbour.example/front.xml", NOW + MINUTE);
        frontier.release(NOW + MINUTE + SECOND);

        assertThat(fixture.requests.get(2).url()).endsWith("/front.xml");
    }

    @Test
    void aFeedThatMovesOntoASubscribedOneLeavesWhatWasSaidOfThat() {
        Subscription mine = new Subscription(FEED, "Harbour", "Ports", null, 60L, 3600L, FeedPriority.HIGH);
        frontier.subscribe(FEED, mine, NOW);
        String old = "https://old.example/feed.xml";
        frontier.subscribe(FEED, new Subscription(FEED, "Old", "Attic", old, null, null, FeedPriority.LOW), NOW);

        Subscription kept = new Subscription(FEED, "Harbour", "Ports", old, 60L, 3600L, FeedPriority.HIGH);
        assertThat(fixture.subscribed).containsExactly(kept);
        assertThat(fixture.stores.feed(FEED).category).isEqualTo("Ports");
        frontier.subscribe(FEED, kept, NOW);
        Subscription changed = new Subscription(FEED, "Harbour", "Quays", old, 60L, 3600L, null);
        frontier.subscribe(FEED, changed, NOW);
        assertThat(fixture.subscribed).hasSize(1);
        assertThat(fixture.stores.feed(FEED).category).isEqualTo("Quays");
        assertThat(fixture.stores.feed(FEED).priority).isNull();
    }

    @Test
    void whatIsSaidOfAFeedThatMovedUnderAnEarlierReleaseCounts() {
        subscribe(FEED, NOW);
        FeedState earlier = fixture.stores.feed(FEED);
        earlier.movedFrom = null;
        fixture.stores.put(earlier);

        frontier.subscribe(FEED, new Subscription(FEED, null, "Quays", "https://old.example/feed.xml"), NOW);

        assertThat(fixture.stores.feed(FEED).category).isEqualTo("Quays");
        assertThat(fixture.subscribed).isEmpty();
    }

    @Test
    void aLinkToNoPageOfTheWebIsIgnored() {
        frontier.link(
                Link.builder()
                        .url("mailto:a@harbour.example")
                        .target(FetchTarget.PAGE)
                        .build(),
                NOW);

        assertThat(fixture.queued()).isEmpty();
    }

    @Test
    void followsTheRedirectOfARobotsTxtAndTakesItsAnswer() {
        subscribe(FEED, NOW);
        frontier.release(NOW);
        FetchRequest request = fixture.requests.get(0);
        move(request, "https://robots.quay.example/robots.txt", NOW);
        Hop hop = fixture.links.get(0).hop();
        assertThat(hop).isEqualTo(new Hop(request.url(), request.id(), FetchTarget.ROBOTS, true));
        frontier.link(fixture.links.get(0), NOW);
        frontier.release(NOW);
        FetchRequest second = fixture.requests.get(1);
        assertThat(second.target()).isEqualTo(FetchTarget.ROBOTS);
        frontier.outcome(
                FrontierFixture.fetched(second, "User-agent: *\nCrawl-delay: 30", NOW + SECOND)
                        .build(),
                NOTHING,
                NOW + SECOND);
        frontier.outcome(fixture.relayed.get(0), NOTHING, NOW + 2 * SECOND);

        frontier.release(NOW + 32 * SECOND - 1);
        assertThat(fixture.requests).hasSize(2);
        frontier.release(NOW + 32 * SECOND);
        assertThat(fixture.requests.get(2).url()).isEqualTo(FEED);
    }

    @Test
    void asksForTheRobotsTxtAgainWhenItsRedirectBringsNoAnswer() {
        subscribe(FEED, NOW);
        frontier.release(NOW);
        move(fixture.requests.get(0), "https://robots.quay.example/robots.txt", NOW);
        frontier.release(NOW + 4 * MINUTE - 1);
        assertThat(fixture.requests).hasSize(1);
        frontier.release(NOW + 4 * MINUTE);

        assertThat(fixture.requests.get(1).url()).endsWith("/robots.txt");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 308})
    void aPermanentRedirectOfAFeedSaysSo(int status) {
        subscribe(FEED, NOW);
        pastRobots();
        FetchRequest poll = fixture.requests.get(1);
        frontier.outcome(
                FrontierFixture.outcome(poll, Result.MOVED, status, NOW)
                        .location("https://feeds.quay.example/1.xml")
                        .build(),
                NOTHING,
                NOW);

        assertThat(fixture.links.get(0).hop().permanent()).isTrue();
        assertThat(fixture.stores.feed(FEED).following).isEqualTo(poll.id());
    }

    @Test
    void aRelayedAnswerToAnotherRequestIsIgnored() {
        subscribe(FEED, NOW);
        pastRobots();
        move(fixture.requests.get(1), "https://feeds.quay.example/1.xml", NOW);
        Hop other = new Hop(FEED, "www.harbour.example#99", FetchTarget.FEED, true);
        FetchRequest request = FrontierFixture.request("x", "https://feeds.quay.example/1.xml", FetchTarget.FEED);
        FetchOutcome outcome =
                FrontierFixture.outcome(request, Result.DENIED, 500, NOW).build();
        frontier.outcome(outcome.relayed(other), NOTHING, NOW);
        assertThat(fixture.stores.feed(FEED).polls).isZero();
        frontier.outcome(
                outcome.relayed(new Hop(FEED, fixture.requests.get(1).id(), FetchTarget.FEED, true)), NOTHING, NOW);

        assertThat(fixture.stores.feed(FEED).polls).isEqualTo(1);
    }

    @Test
    void dealsWithManyEntriesThatNeedNoRequestInTurns() {
        subscribe(FEED, NOW);
        frontier.release(NOW);
        frontier.outcome(
                FrontierFixture.fetched(fixture.requests.get(0), "User-agent: *\nDisallow: /", NOW)
                        .build(),
                NOTHING,
                NOW);
        for (int i = 0; i < 450; i++) {
            frontier.link(
                    Link.builder()
                            .url("https://www.harbour.example/news/" + i)
                            .target(FetchTarget.PAGE)
                            .build(),
                    NOW);
        }
        frontier.release(NOW + SECOND);

        assertThat(fixture.refused).hasSize(450);
        assertThat(fixture.requests).hasSize(1);
    }

    @Test
    void aPageThatMovedWithinItselfIsFetchedFromItsNewHost() {
        frontier.link(
                Link.builder()
                        .url("http://www.harbour.example/news/1")
                        .target(FetchTarget.PAGE)
                        .build(),
                NOW);
        pastRobots();
        move(fixture.requests.get(1), "https://harbour.example/news/1", NOW);
        frontier.release(NOW);

        assertThat(fixture.requests.get(2).url()).isEqualTo("https://harbour.example/robots.txt");
        assertThat(fixture.requests.get(2).id()).isEqualTo("harbour.example#1");
    }

    @Test
    void showsHowLatePollsAre() {
        subscribe(FEED, NOW);
        pastRobots();

        assertThat(fixture.shown("copydesk_poll_delay_seconds_count{service=\"frontier\"}"))
                .isEqualTo(1);
        assertThat(fixture.shown("copydesk_poll_delay_seconds_sum{service=\"frontier\"}"))
                .isEqualTo(1);
    }

    @Test
    void showsFeedsByHealth() {
        subscribe(FEED, NOW);
        pastRobots();
        subscribe("https://www.quay.example/feed.xml", NOW);
        assertThat(feeds("new")).isEqualTo(2);

        deny(fixture.requests.get(1), 500, NOW + MINUTE);
        assertThat(feeds("new")).isEqualTo(1);
        assertThat(feeds("failing")).isEqualTo(1);

        frontier.unsubscribe(FEED);
        assertThat(feeds("failing")).isZero();
    }

    private double feeds(String health) {
        return fixture.shown("copydesk_feeds{health=\"" + health + "\",service=\"frontier\",task=\"0_0\"}");
    }

    private Frontier frontier() {
        return fixture.frontier(settings);
    }

    private void subscribe(String url, long now) {
        frontier.subscribe(url, new Subscription(url, null, null, null), now);
    }

    /** The first host's robots.txt is answered; its next request is made. */
    private void pastRobots() {
        frontier.release(NOW);
        deny(fixture.requests.get(0), 404, NOW);
        frontier.release(NOW + SECOND);
    }

    private void deny(FetchRequest request, int status, long now) {
        frontier.outcome(
                FrontierFixture.outcome(request, Result.DENIED, status, now).build(), NOTHING, now);
    }

    private void move(FetchRequest request, String location, long now) {
        frontier.outcome(
                FrontierFixture.outcome(request, Result.MOVED, 301, now)
                        .location(location)
                        .build(),
                NOTHING,
                now);
    }
}
