package io.copydesk.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FrontierBenchTest {

    private static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

    @Test
    void aSmallWebIsWatchedPolitelyAndNearlyNothingIsMissed() {
        FrontierBench bench = FrontierBench.run(7, 60, 8, FrontierSettings.defaults(), passed -> {});

        assertThat(bench.rulesBroken()).as(bench.broken().toString()).isZero();
        assertThat(bench.scores().get("frontier").published()).isGreaterThan(500);
        assertThat(bench.scores().get("frontier").missedShare()).isLessThan(0.01);
        assertThat(bench.scores().get("frontier").requestsPerItem())
                .isLessThan(bench.scores().get("fixed-15-minutes").requestsPerItem());
        assertThat(bench.falseNotModified())
                .allSatisfy(polls -> assertThat(polls).isLessThanOrEqualTo(FrontierBench.FALSE_NOT_MODIFIED_POLLS));
    }

    @Test
    void theSameSeedGivesTheSameWeb() {
        assertThat(new SimulatedWeb(3, 20, 5, START).feeds.get(11).published)
                .isEqualTo(new SimulatedWeb(3, 20, 5, START).feeds.get(11).published);
    }

    /** A judge that notices nothing would prove nothing. */
    @Test
    void theServerNoticesEveryRuleThatIsBroken() {
        SimulatedWeb web = new SimulatedWeb(3, 400, 5, START);
        SimulatedServer server = new SimulatedServer(web);
        SimulatedFeed gone = feed(web, SimulatedFeed.Behaviour.GONE);
        SimulatedFeed moved = feed(web, SimulatedFeed.Behaviour.MOVED);
        SimulatedFeed touchy = feed(web, SimulatedFeed.Behaviour.TOUCHY);

        long late = web.end - Duration.ofHours(3).toMillis();
        server.answer(request(gone), late);
        server.answer(request(gone), late + 10);
        FetchOutcome first = server.answer(request(moved), late);
        server.answer(request(moved.otherUrl), first.at() + Duration.ofHours(2).toMillis());
        server.answer(request(touchy), late);
        server.answer(request(touchy), late + 60_000);
        server.answer(request(touchy), late + 120_000);

        assertThat(server.violations.counts())
                .allSatisfy((rule, broken) -> assertThat(broken).as(rule).isPositive());
    }

    private static SimulatedFeed feed(SimulatedWeb web, SimulatedFeed.Behaviour behaviour) {
        return web.feeds.stream()
                .filter(feed -> feed.behaviour == behaviour)
                .findFirst()
                .orElseThrow();
    }

    private static FetchRequest request(SimulatedFeed feed) {
        return request(feed.url);
    }

    private static FetchRequest request(String url) {
        return new FetchRequest("r", url, FetchTarget.FEED, null, null, null, 0);
    }
}
