package io.copydesk.ingest.frontier;

import static io.copydesk.ingest.frontier.FrontierFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Hop;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.SetCookie;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HopOutcomesTest {

    private static final String FEED = "https://www.harbour.example/feed.xml";
    private static final String NEXT = "https://feeds.quay.example/1.xml";
    private static final FetchRequest REQUEST =
            FrontierFixture.request("www.harbour.example#4", FEED, FetchTarget.FEED);
    private static final FetchRequest HOP = FrontierFixture.request("feeds.quay.example#2", NEXT, FetchTarget.FEED);

    private final FrontierFixture fixture = new FrontierFixture();
    private final HopOutcomes hops = new HopOutcomes(fixture.stores, fixture);

    @Test
    void sendsTheFirstHopToTheTaskOfItsSite() {
        hops.follow(moved(REQUEST, 301, NEXT), NEXT, true);

        assertThat(fixture.links)
                .containsExactly(Link.builder()
                        .url(NEXT)
                        .target(FetchTarget.FEED)
                        .hops(1)
                        .hop(new Hop(FEED, REQUEST.id(), FetchTarget.FEED, true))
                        .build());
    }

    @Test
    void requestsWhatWasAskedForWithoutValidatorsAndRemovesTheHopWithItsAnswer() {
        CrawlTarget.Hop target = added(1, FetchTarget.FEED, true);
        assertThat(hops.candidate(target, NOW - 1)).isEmpty();
        assertThat(hops.candidate(new CrawlTarget.Hop("other#1"), NOW)).isEmpty();

        Candidate candidate = hops.candidate(target, NOW).orElseThrow();
        assertThat(candidate.url()).isEqualTo(NEXT);
        assertThat(candidate.obeysRobots()).isTrue();
        assertThat(candidate.request("id", 5, NOW))
                .isEqualTo(new FetchRequest("id", NEXT, FetchTarget.FEED, null, null, null, 5));
        hops.learn(target, FrontierFixture.fetched(HOP, "feed", NOW).build());

        assertThat(fixture.relayed).singleElement().satisfies(relayed -> {
            assertThat(relayed.requestId()).isEqualTo(REQUEST.id());
            assertThat(relayed.url()).isEqualTo(FEED);
            assertThat(relayed.location()).isEqualTo(NEXT);
            assertThat(relayed.result()).isEqualTo(Result.FETCHED);
            assertThat(relayed.permanent()).isTrue();
        });
        assertThat(fixture.stores.hop(target)).isNull();
        assertThat(fixture.queued()).isEmpty();
    }

    @Test
    void aRobotsTxtNeedsNoRobotsTxt() {
        CrawlTarget.Hop target = added(1, FetchTarget.ROBOTS, true);

        assertThat(hops.candidate(target, NOW).orElseThrow().obeysRobots()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"true, 301, true", "true, 308, true", "true, 302, false", "true, 307, false", "false, 301, false"})
    void isPermanentWhenEveryRedirectWas(boolean before, int status, boolean after) {
        hops.learn(added(1, FetchTarget.FEED, before), moved(HOP, status, "https://cdn.quay.example/2.xml"));

        assertThat(fixture.links).singleElement().satisfies(link -> {
            assertThat(link.url()).isEqualTo("https://cdn.quay.example/2.xml");
            assertThat(link.hops()).isEqualTo(2);
            assertThat(link.hop()).isEqualTo(new Hop(FEED, REQUEST.id(), FetchTarget.FEED, after));
        });
    }

    @Test
    void followsFiveRedirectsInARow() {
        hops.learn(added(4, FetchTarget.FEED, true), moved(HOP, 301, "https://cdn.quay.example/2.xml"));
        assertThat(fixture.links).hasSize(1);
        hops.learn(added(5, FetchTarget.FEED, true), moved(HOP, 301, "https://cdn.quay.example/2.xml"));

        assertThat(fixture.links).hasSize(1);
        assertThat(fixture.relayed).singleElement().satisfies(relayed -> {
            assertThat(relayed.reason()).isEqualTo(FailureReason.TOO_MANY_REDIRECTS);
            assertThat(relayed.requestId()).isEqualTo(REQUEST.id());
            assertThat(relayed.at()).isEqualTo(NOW);
        });
    }

    @Test
    void cookiesOfRedirectsGoAlong() {
        List<SetCookie> first = List.of(new SetCookie(FEED, "seen=1"));
        List<SetCookie> both = List.of(first.get(0), new SetCookie(NEXT, "two=2"));
        hops.follow(cookies(moved(REQUEST, 302, NEXT), first), NEXT, false);
        Link link = fixture.links.get(0);
        assertThat(link.cookies()).isEqualTo(first);

        CrawlTarget.Hop target = hops.add(link, Objects.requireNonNull(link.hop()), NOW);
        assertThat(hops.candidate(target, NOW)
                        .orElseThrow()
                        .request("id", 5, NOW)
                        .cookies())
                .isEqualTo(first);

        hops.learn(target, cookies(moved(HOP, 302, FEED), both));
        assertThat(fixture.links.get(1).cookies()).isEqualTo(both);
    }

    private static FetchOutcome cookies(FetchOutcome moved, List<SetCookie> cookies) {
        return FrontierFixture.outcome(HOP, Result.MOVED, moved.status(), NOW)
                .location(moved.location())
                .cookies(cookies)
                .build();
    }

    @Test
    void aRedirectWithoutALocationIsTheAnswer() {
        hops.learn(added(1, FetchTarget.FEED, true), moved(HOP, 301, null));

        assertThat(fixture.relayed).extracting(FetchOutcome::result).containsExactly(Result.MOVED);
    }

    @Test
    void aHopThatRobotsTxtDisallowsIsAFailureOfTheRequest() {
        CrawlTarget.Hop target = added(1, FetchTarget.FEED, true);
        hops.candidate(target, NOW).orElseThrow().disallowed(NOW + 3);

        assertThat(fixture.relayed).singleElement().satisfies(relayed -> {
            assertThat(relayed.reason()).isEqualTo(FailureReason.ROBOTS);
            assertThat(relayed.result()).isEqualTo(Result.FAILED);
            assertThat(relayed.at()).isEqualTo(NOW + 3);
        });
        assertThat(fixture.stores.hop(target)).isNull();
        assertThat(fixture.queued()).isEmpty();
    }

    @Test
    void anOutcomeOfAHopThatIsDoneIsNotRelayedAgain() {
        hops.learn(
                new CrawlTarget.Hop("other#1"),
                FrontierFixture.fetched(HOP, "feed", NOW).build());

        assertThat(fixture.relayed).isEmpty();
    }

    @Test
    void aFormIsSentToAHubWithoutItsRobotsTxt() {
        CrawlTarget.Hop target = added(0, new Hop(FEED, "websub/subscribe/x", FetchTarget.FEED, false, "a=b"));

        Candidate candidate = hops.candidate(target, NOW).orElseThrow();
        assertThat(candidate.obeysRobots()).isFalse();
        assertThat(candidate.request("id", 5, NOW))
                .isEqualTo(new FetchRequest("id", NEXT, FetchTarget.FEED, null, null, null, 5, "a=b", null));
    }

    /** WebSub §5.1; any other redirect would make a GET request of it. */
    @ParameterizedTest
    @CsvSource({"301, false", "302, false", "303, false", "307, true", "308, true"})
    void aFormFollowsOnlyRedirectsThatKeepTheMethod(int status, boolean followed) {
        CrawlTarget.Hop target = added(0, new Hop(FEED, "websub/subscribe/x", FetchTarget.FEED, false, "a=b"));
        hops.learn(target, moved(HOP, status, "https://hub2.quay.example/"));

        if (followed) {
            assertThat(fixture.links).singleElement().satisfies(link -> {
                assertThat(link.url()).isEqualTo("https://hub2.quay.example/");
                assertThat(link.hop().form()).isEqualTo("a=b");
            });
        } else {
            assertThat(fixture.links).isEmpty();
            assertThat(fixture.relayed).extracting(FetchOutcome::result).containsExactly(Result.MOVED);
        }
    }

    private CrawlTarget.Hop added(int count, FetchTarget target, boolean permanent) {
        return added(count, new Hop(FEED, REQUEST.id(), target, permanent));
    }

    private CrawlTarget.Hop added(int count, Hop hop) {
        Link link = Link.builder()
                .url(NEXT)
                .target(hop.target())
                .hops(count)
                .hop(hop)
                .build();
        CrawlTarget.Hop added = hops.add(link, hop, NOW);
        fixture.stores.queue("feeds.quay.example", NOW, added, null);
        return added;
    }

    private static FetchOutcome moved(FetchRequest request, int status, String location) {
        return FrontierFixture.outcome(request, Result.MOVED, status, NOW)
                .location(location)
                .build();
    }
}
