package io.copydesk.ingest.frontier;

import static io.copydesk.ingest.frontier.FrontierFixture.DAY;
import static io.copydesk.ingest.frontier.FrontierFixture.HOUR;
import static io.copydesk.ingest.frontier.FrontierFixture.MINUTE;
import static io.copydesk.ingest.frontier.FrontierFixture.NOW;
import static io.copydesk.ingest.frontier.FrontierFixture.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.frontier.RobotsCache.Verdict;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsCacheTest {

    private static final String ORIGIN = "https://www.harbour.example";
    private static final String PAGE = ORIGIN + "/news/1";
    private static final FetchRequest REQUEST =
            FrontierFixture.request("www.harbour.example#1", ORIGIN + "/robots.txt", FetchTarget.ROBOTS);

    private final FrontierFixture fixture = new FrontierFixture();
    private final RobotsCache robots = new RobotsCache(fixture.stores, "Copydesk");

    @Test
    void asksForAnUnknownFileFirstAndForAKnownOneWhenADayIsOver() {
        assertThat(robots.judge(PAGE, NOW)).isEqualTo(Verdict.UNKNOWN);
        assertThat(robots.expires(PAGE)).isZero();

        robots.learn(ORIGIN, status(404), NOW);

        assertThat(robots.judge(PAGE, NOW + DAY - 1)).isEqualTo(Verdict.ALLOWED);
        assertThat(robots.judge(PAGE, NOW + DAY)).isEqualTo(Verdict.UNKNOWN);
        assertThat(robots.expires(PAGE)).isEqualTo(NOW + DAY);
    }

    @ParameterizedTest
    @CsvSource({"10, 60", "60, 60", "300, 300", "1440, 1440", "9000, 1440", "-5, 60"})
    void aFileHoldsForAsLongAsItIsFreshBetweenAnHourAndADay(long freshMinutes, long heldMinutes) {
        robots.learn(
                ORIGIN,
                FrontierFixture.fetched(REQUEST, "", NOW)
                        .freshUntil(NOW + freshMinutes * MINUTE)
                        .build(),
                NOW);

        assertThat(robots.expires(PAGE)).isEqualTo(NOW + heldMinutes * MINUTE);
    }

    @Test
    void judgesByTheFileAndByTheNewOneOnceItWasReadAgain() {
        robots.learn(ORIGIN, file("User-agent: *\nDisallow: /news\nCrawl-delay: 7"), NOW);
        assertThat(robots.judge(PAGE, NOW)).isEqualTo(Verdict.DISALLOWED);
        assertThat(robots.judge(ORIGIN + "/sport", NOW)).isEqualTo(Verdict.ALLOWED);
        assertThat(robots.crawlDelay(ORIGIN)).isEqualTo(7 * SECOND);

        robots.learn(ORIGIN, file("User-agent: *\nDisallow: /sport"), NOW);

        assertThat(robots.judge(PAGE, NOW)).isEqualTo(Verdict.ALLOWED);
        assertThat(robots.judge(ORIGIN + "/sport", NOW)).isEqualTo(Verdict.DISALLOWED);
        assertThat(robots.crawlDelay(ORIGIN)).isZero();
    }

    @Test
    void eachOriginHasItsOwnFile() {
        robots.learn(ORIGIN, file("User-agent: *\nDisallow: /"), NOW);

        assertThat(robots.judge("http://www.harbour.example/news/1", NOW)).isEqualTo(Verdict.UNKNOWN);
        assertThat(robots.crawlDelay("http://www.harbour.example")).isZero();
    }

    @Test
    void aFileThatIsGoneAllowsAllAndAsksForNoDelay() {
        robots.learn(ORIGIN, file("User-agent: *\nDisallow: /\nCrawl-delay: 7"), NOW);
        robots.learn(ORIGIN, status(404), NOW);

        assertThat(robots.judge(PAGE, NOW)).isEqualTo(Verdict.ALLOWED);
        assertThat(robots.crawlDelay(ORIGIN)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"500", "503", "429"})
    void nothingIsAllowedWhileNoFileIsKnownAndTheServerCannotAnswer(int status) {
        robots.learn(ORIGIN, status(status), NOW);

        assertThat(robots.judge(PAGE, NOW + 5 * MINUTE - 1)).isEqualTo(Verdict.UNREACHABLE);
        assertThat(robots.judge(PAGE, NOW + 5 * MINUTE)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void anAnswerWithoutABodyOrNoAnswerIsUnreachable() {
        for (Result result : new Result[] {Result.UNCHANGED, Result.NOT_MODIFIED, Result.FAILED}) {
            robots.learn(
                    ORIGIN,
                    FrontierFixture.outcome(REQUEST, result, 0, NOW)
                            .reason(FailureReason.DEADLINE)
                            .build(),
                    NOW);
            assertThat(robots.judge(PAGE, NOW)).as(result.name()).isEqualTo(Verdict.UNREACHABLE);
        }
    }

    @Test
    void tooManyRedirectsOrOneToNowhereCountAsNoFile() {
        robots.learn(ORIGIN, status(500), NOW);
        robots.learn(
                ORIGIN,
                FrontierFixture.outcome(REQUEST, Result.FAILED, 0, NOW)
                        .reason(FailureReason.TOO_MANY_REDIRECTS)
                        .build(),
                NOW);
        assertThat(robots.judge(PAGE, NOW)).isEqualTo(Verdict.ALLOWED);

        robots.learn(ORIGIN, status(500), NOW);
        robots.learn(
                ORIGIN, FrontierFixture.outcome(REQUEST, Result.MOVED, 301, NOW).build(), NOW);
        assertThat(robots.judge(PAGE, NOW)).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void backsOffFromAServerThatCannotAnswerAndKeepsItsRetryAfterOfUpToADay() {
        robots.learn(ORIGIN, status(503), NOW);
        robots.learn(ORIGIN, status(503), NOW);
        assertThat(robots.expires(PAGE)).isEqualTo(NOW + 10 * MINUTE);

        robots.learn(ORIGIN, retryAfter(NOW + 2 * HOUR), NOW);
        assertThat(robots.expires(PAGE)).isEqualTo(NOW + 2 * HOUR);

        robots.learn(ORIGIN, retryAfter(NOW + 9 * DAY), NOW);
        assertThat(robots.expires(PAGE)).isEqualTo(NOW + DAY);

        robots.learn(ORIGIN, status(404), NOW);
        robots.learn(ORIGIN, status(503), NOW);
        assertThat(robots.expires(PAGE))
                .as("failures are counted from the last answer")
                .isEqualTo(NOW + 5 * MINUTE);
    }

    @Test
    void aKnownFileIsUsedWhileTheServerCannotAnswer() {
        robots.learn(ORIGIN, file("User-agent: *\nDisallow: /sport"), NOW);
        robots.learn(ORIGIN, status(503), NOW + DAY);

        assertThat(robots.judge(PAGE, NOW + DAY)).isEqualTo(Verdict.ALLOWED);
        assertThat(robots.judge(ORIGIN + "/sport", NOW + DAY)).isEqualTo(Verdict.DISALLOWED);
    }

    @Test
    void aServerThatCannotAnswerForMoreThanThirtyDaysCountsAsWithoutAFile() {
        robots.learn(ORIGIN, status(503), NOW);
        robots.learn(ORIGIN, status(503), NOW + 30 * DAY);
        assertThat(robots.judge(PAGE, NOW + 30 * DAY)).isEqualTo(Verdict.UNREACHABLE);

        robots.learn(ORIGIN, status(503), NOW + 30 * DAY + 1);

        assertThat(robots.judge(PAGE, NOW + 30 * DAY + 1)).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void aReachableServerStartsTheThirtyDaysAgain() {
        robots.learn(ORIGIN, status(503), NOW);
        robots.learn(ORIGIN, status(404), NOW + DAY);
        robots.learn(ORIGIN, status(503), NOW + 31 * DAY);

        assertThat(robots.judge(PAGE, NOW + 31 * DAY)).isEqualTo(Verdict.UNREACHABLE);
    }

    @Test
    void saysWhatCameOfARobotsTxtThatIsUnreachable() {
        robots.learn(ORIGIN, status(503), NOW);

        assertThat(robots.problem(PAGE)).contains(ORIGIN + "/robots.txt is unreachable", "503");
        robots.learn(ORIGIN, status(404), NOW + DAY);
        assertThat(fixture.stores.robots(ORIGIN).problem).isNull();
    }

    @Test
    void waitsForTheAnswerToARedirectThatIsFollowed() {
        robots.follow(ORIGIN, REQUEST.id(), NOW + 4 * MINUTE);

        assertThat(robots.follows(status(404))).isTrue();
        assertThat(robots.judge(PAGE, NOW)).isEqualTo(Verdict.FOLLOWING);
        assertThat(robots.expires(PAGE)).isEqualTo(NOW + 4 * MINUTE);
        robots.learn(ORIGIN, status(404), NOW);
        assertThat(robots.follows(status(404))).isFalse();
        assertThat(robots.judge(PAGE, NOW)).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void anOutcomeOfAnotherRequestIsNotTheAnswerToARedirect() {
        assertThat(robots.follows(status(404))).isFalse();
        robots.follow(ORIGIN, "www.harbour.example#7", NOW);

        assertThat(robots.follows(status(404))).isFalse();
    }

    @Test
    void aFileThatNothingAsksForIsForgottenAfterThirtyDays() {
        for (int i = 0; i < 120; i++) {
            robots.learn("https://site" + i + ".example", status(404), NOW);
        }
        robots.learn(ORIGIN, status(404), NOW + 10 * DAY);
        fixture.robots.put("https://damaged.example", new byte[] {'{'});

        lookForUnused(NOW + 31 * DAY);
        assertThat(fixture.robots.approximateNumEntries()).isEqualTo(122);
        lookForUnused(NOW + 31 * DAY + HOUR);

        assertThat(fixture.robots.approximateNumEntries()).isEqualTo(2);
        assertThat(robots.expires(PAGE)).isEqualTo(NOW + 11 * DAY);
        assertThat(robots.judge("https://site7.example/news/1", NOW + 32 * DAY)).isEqualTo(Verdict.UNKNOWN);
    }

    /** As often as it takes to look at all that the test has, the time standing still but for the minute between two looks. */
    private void lookForUnused(long from) {
        for (int i = 0; i < 5; i++) {
            robots.forgetUnused(from - 5 * MINUTE + i * MINUTE);
        }
    }

    private static FetchOutcome status(int status) {
        return FrontierFixture.outcome(REQUEST, Result.DENIED, status, NOW).build();
    }

    private static FetchOutcome retryAfter(long until) {
        return FrontierFixture.outcome(REQUEST, Result.DENIED, 503, NOW)
                .retryAfter(until)
                .build();
    }

    private static FetchOutcome file(String text) {
        return FrontierFixture.fetched(REQUEST, text, NOW).build();
    }
}
