package io.copydesk.lab.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final String HOST = "harbour.example";

    @Test
    void aPoliteVisitorBreaksNothing() {
        Judgement judgement = judge(
                List.of(),
                visit("/robots.txt", 0, 10, 200),
                visit("/feed.xml", 1_010, 1_020, 200),
                visit("/news/0.html", 2_020, 2_030, 200),
                visit("/feed.xml", 3_100, 3_110, 304));

        assertThat(judgement.rulesBroken()).isZero();
        assertThat(judgement.needless()).isZero();
    }

    @Test
    void seesTwoRequestsAtATime() {
        assertThat(judge(List.of(), visit("/a", 0, 100, 200), visit("/b", 50, 150, 200))
                        .broken())
                .containsEntry("one-in-flight", 1);
    }

    @Test
    void seesAPauseThatIsTooShort() {
        assertThat(judge(List.of(), visit("/a", 0, 100, 200), visit("/b", 500, 600, 200))
                        .broken())
                .containsEntry("pause", 1);
    }

    @Test
    void asksForTheCrawlDelayOnceRobotsTxtWasServed() {
        Judgement judgement = Judgement.of(
                List.of(
                        visit("/a", 0, 100, 200),
                        visit("/robots.txt", 1_200, 1_300, 200),
                        visit("/b", 2_400, 2_500, 200)),
                Duration.ofSeconds(1),
                host -> Duration.ofSeconds(2),
                List.of());

        assertThat(judgement.broken()).containsEntry("pause", 1);
    }

    @Test
    void seesARequestBeforeTheTimeThatTheHostNamed() {
        Visit busy = new Visit(HOST, "/feed.xml", 0, nanos(10), 429, nanos(5_000));

        assertThat(judge(List.of(), busy, visit("/news/1.html", 3_000, 3_010, 200))
                        .broken())
                .containsEntry("retry-after", 1);
    }

    @Test
    void seesRequestsForWhatIsForbiddenGoneOrMoved() {
        assertThat(judge(
                                List.of(),
                                visit("/private/1.html", 0, 1, 200),
                                visit("/feed.xml", 2_000, 2_001, 410),
                                visit("/feed.xml", 4_000, 4_001, 410),
                                visit("/old.xml", 6_000, 6_001, 301),
                                visit("/moved.xml", 8_000, 8_001, 200),
                                visit("/moved.xml", 10_000, 10_001, 200))
                        .broken())
                .containsEntry("robots", 1)
                .containsEntry("410", 1)
                .containsEntry("301", 1);
    }

    @Test
    void aPageFetchedTwiceIsNeedlessUnlessTheFirstTimeWasLostInAKill() {
        Visit first = visit("/news/1.html", 0, 10, 200);
        Visit second = visit("/news/1.html", 30_000, 30_010, 200);

        assertThat(judge(List.of(), first, second).needless()).isEqualTo(1);
        assertThat(judge(List.of(nanos(20_000)), first, second).needless()).isEqualTo(1);
        Judgement killed = judge(List.of(nanos(500)), first, second);
        assertThat(killed.needless()).isZero();
        assertThat(killed.afterKills()).isEqualTo(1);
    }

    @Test
    void theTargetOfAMoveIsAskedWhenTheOldAddressLeadsThereAgain() {
        Visit moved = visit("/old.xml", 0, 10, 301);
        Visit target = visit("/feed.xml", 6_000, 6_010, 200);
        Visit again = visit("/old.xml", 40_000, 40_010, 301);
        Visit followed = visit("/feed.xml", 46_000, 46_010, 304);

        assertThat(judge(List.of(), moved, target, again, followed).rulesBroken())
                .isZero();
        assertThat(judge(List.of(nanos(7_000)), moved, target, followed).rulesBroken())
                .isZero();
        assertThat(judge(List.of(nanos(30_000)), moved, target, followed).broken())
                .containsEntry("301", 1);
    }

    private static Judgement judge(List<Long> kills, Visit... visits) {
        return Judgement.of(List.of(visits), Duration.ofSeconds(1), host -> Duration.ZERO, kills);
    }

    private static Visit visit(String path, long startMillis, long endMillis, int status) {
        return new Visit(HOST, path, nanos(startMillis), nanos(endMillis), status, nanos(startMillis));
    }

    private static long nanos(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
