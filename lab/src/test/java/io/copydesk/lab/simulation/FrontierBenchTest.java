package io.copydesk.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontierBenchTest {

    private static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

    @Test
    void aSmallWebIsWatchedPolitelyAndNearlyNothingIsMissed() {
        FrontierBench bench = FrontierBench.invented(7, 60, 8, List.of(FrontierSettings.defaults()), passed -> {});

        assertThat(bench.rulesBroken()).as(bench.broken().toString()).isZero();
        assertThat(frontier(bench).published()).isGreaterThan(500);
        assertThat(frontier(bench).missedShare()).isLessThan(0.01);
        assertThat(frontier(bench).requestsPerItem())
                .isLessThan(bench.schedules().get("fixed-15-minutes").requestsPerItem());
        assertThat(bench.falseNotModified())
                .allSatisfy(polls -> assertThat(polls).isLessThanOrEqualTo(FrontierBench.FALSE_NOT_MODIFIED_POLLS));
    }

    @Test
    void feedsOfATraceAreWatchedAndTheirDelaysToldBySetting(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("trace.tsv"), "hourly\t" + times(3_600, 480) + "\ndaily\t" + times(86_400, 20) + "\n");
        List<FrontierSettings> settings = List.of(
                FrontierSettings.defaults(),
                FrontierSettings.defaults().toBuilder().itemsPerPoll(4).build());

        FrontierBench bench = FrontierBench.ofTrace(FeedTrace.read(file), 1, 30, false, settings, passed -> {});

        assertThat(bench.rulesBroken()).as(bench.broken().toString()).isZero();
        assertThat(bench.pageRequests()).isZero();
        TrialScore often =
                bench.frontier().get("frontier-" + FrontierSettings.defaults().itemsPerPoll());
        TrialScore rarely = bench.frontier().get("frontier-4.0");
        assertThat(often.published()).isEqualTo(498);
        assertThat(often.missed()).isZero();
        assertThat(often.requests()).isGreaterThan(rarely.requests());
        assertThat(often.medianDelay()).isLessThan(rarely.medianDelay());
        assertThat(often.lateDelay()).isGreaterThan(often.medianDelay());
        Curve curve = Curve.of(List.of(often, rarely));
        double between = Math.sqrt(often.requestsPerItem() * rarely.requestsPerItem());
        assertThat(curve.delayAt(between).getAsDouble())
                .isBetween((double) often.medianDelay(), (double) rarely.medianDelay());
        assertThat(curve.requestsAt(curve.delayAt(between).getAsDouble()).getAsDouble())
                .isCloseTo(between, within(1e-9));
        assertThat(curve.delayAt(rarely.requestsPerItem() / 2)).isEmpty();
    }

    @Test
    void theHalvesOfATraceAreItsOddAndEvenLines(@TempDir Path folder) throws Exception {
        FeedTrace trace = FeedTrace.read(Files.writeString(folder.resolve("trace.tsv"), "a\t1\nb\t2\nc\t3\n"));

        assertThat(trace.half(1).feeds()).containsOnlyKeys("a", "c");
        assertThat(trace.half(2).feeds()).containsOnlyKeys("b");
    }

    @Test
    void aTraceThatCannotBeReadNamesItsLine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("trace.tsv"), "a\t1,2\nb\t2,1\n");

        assertThatThrownBy(() -> FeedTrace.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2: the seconds do not ascend at 1");
    }

    private static String times(int every, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> Integer.toString(i * every))
                .collect(Collectors.joining(","));
    }

    private static TrialScore frontier(FrontierBench bench) {
        return bench.frontier().values().iterator().next();
    }

    @Test
    void theSameSeedGivesTheSameWeb() {
        assertThat(SimulatedWeb.invented(3, 20, 5, START).feeds.get(11).published)
                .isEqualTo(SimulatedWeb.invented(3, 20, 5, START).feeds.get(11).published);
    }

    /** A judge that notices nothing would prove nothing. */
    @Test
    void theServerNoticesEveryRuleThatIsBroken() {
        SimulatedWeb web = SimulatedWeb.invented(3, 400, 5, START);
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
