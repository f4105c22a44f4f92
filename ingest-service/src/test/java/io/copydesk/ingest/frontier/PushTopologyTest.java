package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.websub.HubLease;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.HubMessage;
import io.copydesk.schemas.HubMessage.Kind;
import io.copydesk.schemas.HubSubscription;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.Topics;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Subscriptions at hubs, through the topology. */
class PushTopologyTest {

    private static final String HOST = "www.harbour.example";
    private static final String FEED = "https://" + HOST + "/feed.xml";
    private static final String HUB = "https://hub.quay.example/?for=feeds";
    private static final String TOPIC = "https://harbour.example/all.xml";
    private static final Duration SOON = Duration.ofMinutes(10);
    private static final long WEEK = Duration.ofDays(7).toSeconds();

    private final FrontierBed web = new FrontierBed(settings());

    private static FrontierSettings settings() {
        return FrontierSettings.defaults().toBuilder()
                .callback(URI.create("https://news.example/websub"))
                .build();
    }

    @AfterEach
    void close() {
        web.close();
    }

    /** Polls the feed for the first time, whose response names the hub; returns the request to the hub. */
    private FetchRequest askedHub() {
        web.subscribe(FEED);
        web.answerLinked(web.pastRobots(SOON), feed(900, 600), HUB, TOPIC);
        return hubRequest();
    }

    private String feed(int... minutesAgo) {
        return FrontierBed.feed(web.now(), HOST, minutesAgo);
    }

    /** The next request with a form; pages are answered meanwhile. */
    private FetchRequest hubRequest() {
        for (int i = 0; i < 20; i++) {
            for (FetchRequest request : web.await(SOON)) {
                if (request.form() != null) {
                    return request;
                }
                web.answer(request, "a page");
            }
        }
        throw new AssertionError("no request to a hub");
    }

    private String verified(long leaseSeconds) {
        web.accept(askedHub());
        String id = subscription().id();
        web.push(FEED, new HubMessage(id, Kind.SUBSCRIBED, leaseSeconds, null), null);
        return id;
    }

    private HubSubscription subscription() {
        Map<String, HubSubscription> all = web.sent(Topics.HUB_SUBSCRIPTIONS);
        assertThat(all).hasSize(1);
        return all.values().iterator().next();
    }

    private FeedStatus status() {
        return web.sent(Topics.FEED_STATUS).get(FEED);
    }

    private void content(String id, String body) {
        web.push(FEED, HubMessage.of(id, Kind.CONTENT), body);
    }

    private List<String> pages() {
        return web.values(Topics.LINKS).stream()
                .filter(link -> link.target() == FetchTarget.PAGE)
                .map(Link::url)
                .toList();
    }

    /** The next poll of the feed within the limit; everything else is answered meanwhile. */
    private FetchRequest poll(Duration limit) {
        var end = web.now().plus(limit);
        while (web.now().isBefore(end)) {
            for (FetchRequest request : web.await(Duration.between(web.now(), end))) {
                if (request.url().equals(FEED)) {
                    return request;
                }
                web.answer(request, "a page");
            }
        }
        throw new AssertionError("not polled within " + limit);
    }

    private static Map<String, String> form(FetchRequest request) {
        return Arrays.stream(request.form().split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
    }

    @Test
    void asksTheHubThatTheResponseNames() {
        FetchRequest request = askedHub();

        HubSubscription subscription = subscription();
        assertThat(request.url()).isEqualTo(HUB);
        assertThat(form(request))
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", TOPIC)
                .containsEntry("hub.callback", "https://news.example/websub/" + subscription.id())
                .containsEntry("hub.secret", subscription.secret())
                .containsEntry("hub.lease_seconds", "864000");
        assertThat(subscription.id()).hasSize(43).isNotEqualTo(subscription.secret());
        assertThat(subscription.feed()).isEqualTo(FEED);
        assertThat(subscription.ending()).isFalse();
    }

    @Test
    void theDocumentNamesTheHubWhenTheResponseDoesNot() {
        web.subscribe(FEED);
        web.answer(
                web.pastRobots(SOON),
                feed(900, 600)
                        .replace(
                                "<title>Harbour</title>",
                                "<link rel='hub' href='https://hub.example/'/><link rel='self' href='/self.xml'/>"));

        FetchRequest request = hubRequest();
        assertThat(request.url()).isEqualTo("https://hub.example/");
        assertThat(form(request)).containsEntry("hub.topic", "https://" + HOST + "/self.xml");
    }

    @Test
    void nothingIsAskedWithoutACallback() {
        try (FrontierBed other = new FrontierBed(FrontierSettings.defaults())) {
            other.subscribe(FEED);
            other.answerLinked(other.pastRobots(SOON), FrontierBed.feed(other.now(), HOST, 900, 600), HUB, TOPIC);

            for (int i = 0; i < 50; i++) {
                assertThat(other.await(SOON)).allSatisfy(request -> {
                    assertThat(request.form()).isNull();
                    other.answer(request, "a page");
                });
            }
            assertThat(other.sent(Topics.HUB_SUBSCRIPTIONS)).isEmpty();
        }
    }

    @Test
    void contentIsProcessedAsAPollWouldBe() {
        String id = verified(WEEK);
        pages();

        content(id, feed(0));

        assertThat(pages())
                .containsExactly("https://" + HOST + "/news/" + web.now().getEpochSecond());
        assertThat(status().pushedUntil()).isEqualTo(web.now().plusSeconds(WEEK).toString());
        content(id, feed(0));
        assertThat(pages()).as("replayed").isEmpty();
    }

    @Test
    void aPartOfTheDocumentDoesNotMakeTheRestNew() {
        String id = verified(WEEK);
        content(id, feed(0));
        pages();

        FetchRequest poll = poll(Duration.ofHours(1));
        web.answer(poll, FrontierBed.feed(FrontierBed.START, HOST, 900, 600));

        assertThat(pages()).hasSizeLessThanOrEqualTo(2); // the two of the first poll are as old as then
        web.answer(poll(Duration.ofHours(3)), FrontierBed.feed(FrontierBed.START, HOST, 900, 600));
        assertThat(pages()).isEmpty();
    }

    @Test
    void contentOfAnEarlierOrUnknownSubscriptionIsIgnored() {
        verified(WEEK);
        pages();

        content("another", feed(0));

        assertThat(pages()).isEmpty();
    }

    @Test
    void contentOfAnotherFeedLeadsToAPollInstead() {
        String id = verified(WEEK);
        pages();
        web.pass(Duration.ofMinutes(2));

        content(
                id,
                feed(0).replace("<title>Harbour</title>", "<link rel='self' href='https://casino.example/f.xml'/>"));

        assertThat(pages()).isEmpty();
        poll(Duration.ofSeconds(30));
    }

    @Test
    void aFloodOfItemsLeadsToAPollInstead() {
        String id = verified(WEEK);
        pages();
        web.pass(Duration.ofMinutes(2));

        content(id, feed(IntStream.range(1, 1000).toArray()));

        assertThat(pages()).isEmpty();
        poll(Duration.ofSeconds(30));
    }

    @Test
    void withoutContentTheFeedIsPolledAtOnceButNotAgainWithinAMinute() {
        String id = verified(WEEK);
        web.pass(Duration.ofMinutes(2));
        content(id, null);
        web.answer(poll(Duration.ofSeconds(5)), feed(0, 900));
        var polled = web.now();

        for (int i = 0; i < 100; i++) {
            content(id, null);
        }
        poll(Duration.ofMinutes(2));
        assertThat(web.now()).isAfterOrEqualTo(polled.plusSeconds(60));
    }

    @Test
    void aHubThatDeliversMakesPollsRareAndOneThatFallsSilentMakesThemFrequentAgain() {
        String id = verified(10 * WEEK / 7);
        publish(Duration.ofHours(24), id);
        int pushed = publish(Duration.ofHours(24), id);
        assertThat(status().why()).contains("pushed by hub.quay.example");
        int silent = publish(Duration.ofHours(24), null);
        assertThat(status().why()).contains("has not delivered enough");
        int pushedAgain = publish(Duration.ofHours(24), id);

        assertThat(pushed).isBetween(12, 24);
        assertThat(silent).isGreaterThan(60);
        assertThat(pushedAgain).isBetween(12, 40);
    }

    private final List<Instant> published = new ArrayList<>();

    /** Publishes an item every ten minutes, which is delivered when there is an id, in a feed of thirty; returns how often that was polled. */
    private int publish(Duration time, String id) {
        Instant end = web.now().plus(time);
        Instant next = published.isEmpty()
                ? web.now()
                : published.get(published.size() - 1).plus(Duration.ofMinutes(10));
        int polls = 0;
        while (web.now().isBefore(end)) {
            if (!web.now().isBefore(next)) {
                published.add(next);
                if (id != null) {
                    content(id, FrontierBed.feed(next, HOST, 0));
                }
                next = next.plus(Duration.ofMinutes(10));
            }
            for (FetchRequest request : web.await(Duration.ofSeconds(5))) {
                polls += request.url().equals(FEED) ? 1 : 0;
                web.answer(request, request.url().equals(FEED) ? document() : "a page");
            }
        }
        return polls;
    }

    private String document() {
        Instant last = published.get(published.size() - 1);
        return FrontierBed.feed(
                last,
                HOST,
                published.stream()
                        .mapToInt(at -> (int) Duration.between(at, last).toMinutes())
                        .skip(Math.max(0, published.size() - 30))
                        .toArray());
    }

    @Test
    void aHubThatDoesNotVerifyIsAskedAgainAfterAnHour() {
        web.accept(askedHub());
        var asked = web.now();

        FetchRequest again = null;
        while (again == null) {
            FetchRequest poll = poll(Duration.ofHours(3));
            web.answerLinked(poll, feed(30), HUB, TOPIC);
            again = web.requests().stream()
                    .filter(r -> r.form() != null)
                    .findFirst()
                    .orElse(null);
        }
        assertThat(Duration.between(asked, web.now())).isBetween(Duration.ofMinutes(55), Duration.ofHours(3));
    }

    @Test
    void whyTheHubWasOfNoUseIsTold() {
        web.deny(askedHub(), 500);
        web.answer(poll(Duration.ofHours(1)), feed(5));

        assertThat(status().why()).contains("has not verified (HTTP 500)");
    }

    @Test
    void aDeniedSubscriptionIsNotRenewed() {
        String id = verified(WEEK);
        web.push(FEED, new HubMessage(id, Kind.DENIED, null, "no more"), null);

        assertThat(status().pushedUntil()).isNull();
        web.answer(poll(Duration.ofHours(1)), feed(5));
        assertThat(status().why()).contains("denied: no more");
    }

    /** The poll that asked for it had planned the next one before the lease was known. */
    @Test
    void aShortLeaseIsRenewedInTimeAlthoughTheFeedIsPolledSeldom() {
        web.subscribe(FEED);
        int day = 24 * 60;
        web.answerLinked(web.pastRobots(SOON), feed(9 * day, 6 * day, 3 * day), HUB, TOPIC);
        web.accept(hubRequest());
        String id = subscription().id();
        for (int i = 0; i < 5; i++) {
            Instant verified = web.now();
            web.push(FEED, new HubMessage(id, Kind.SUBSCRIBED, 3600L, null), null);
            web.notModified(poll(Duration.ofMinutes(59)));
            web.accept(hubRequest());
            assertThat(Duration.between(verified, web.now())).isLessThan(Duration.ofMinutes(40));
        }
    }

    @Test
    void theHubIsAskedToEndWhatIsNotWatchedAnyMore() {
        String id = verified(WEEK);
        web.unsubscribe(FEED);

        FetchRequest request = hubRequest();
        assertThat(form(request)).containsEntry("hub.mode", "unsubscribe").doesNotContainKey("hub.secret");
        assertThat(subscription().ending()).isTrue();
        web.accept(request);
        web.push(FEED, HubMessage.of(id, Kind.UNSUBSCRIBED), null);
        assertThat(web.values(Topics.HUB_SUBSCRIPTIONS)).containsExactly((HubSubscription) null);
    }

    @Test
    void aHubThatCannotBeAskedToEndItIsForgotten() {
        verified(WEEK);
        web.unsubscribe(FEED);
        FetchRequest request = hubRequest();
        web.values(Topics.HUB_SUBSCRIPTIONS);

        web.deny(request, 404);

        assertThat(web.values(Topics.HUB_SUBSCRIPTIONS)).containsExactly((HubSubscription) null);
    }

    @Test
    void anotherHubTakesThePlaceOfTheOneBefore() {
        String first = verified(WEEK);
        web.answerLinked(poll(Duration.ofHours(1)), feed(5), "https://hub.example/", TOPIC);

        Map<String, HubSubscription> published = web.sent(Topics.HUB_SUBSCRIPTIONS);
        assertThat(published.get(first).ending()).isTrue();
        assertThat(published.values()).anySatisfy(other -> {
            assertThat(other.hub()).isEqualTo("https://hub.example/");
            assertThat(other.ending()).isFalse();
        });
    }

    @Test
    void feedsWithALeaseAreCounted() {
        FrontierFixture fixture = new FrontierFixture();
        String pushed = "copydesk_feeds_pushed{service=\"frontier\",task=\"0_0\"}";
        FeedState feed = new FeedState(FEED);
        feed.push = HubLease.of(HUB, TOPIC, "https://news.example/", () -> "token");
        fixture.stores.put(feed);
        assertThat(fixture.shown(pushed)).isZero();

        feed.push.verified(WEEK, FrontierFixture.NOW);
        fixture.stores.put(feed);
        assertThat(fixture.shown(pushed)).isEqualTo(1);
        fixture.stores.countFeeds(); // as another task would at its start
        assertThat(fixture.shown(pushed)).isEqualTo(2);
        fixture.stores.remove(fixture.stores.feed(FEED));
        assertThat(fixture.shown(pushed)).isEqualTo(1);
    }
}
