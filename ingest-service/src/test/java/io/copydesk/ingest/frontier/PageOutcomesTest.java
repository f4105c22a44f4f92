package io.copydesk.ingest.frontier;

import static io.copydesk.ingest.frontier.FrontierFixture.DAY;
import static io.copydesk.ingest.frontier.FrontierFixture.HOUR;
import static io.copydesk.ingest.frontier.FrontierFixture.MINUTE;
import static io.copydesk.ingest.frontier.FrontierFixture.NOW;
import static io.copydesk.ingest.frontier.PageBed.REQUEST;
import static io.copydesk.ingest.frontier.PageBed.TARGET;
import static io.copydesk.ingest.frontier.PageBed.URL;
import static io.copydesk.ingest.frontier.PageBed.announcedBy;
import static io.copydesk.ingest.frontier.PageBed.announcement;
import static io.copydesk.ingest.frontier.PageBed.builder;
import static io.copydesk.ingest.frontier.PageBed.fetched;
import static io.copydesk.ingest.frontier.PageBed.link;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.frontier.FrontierFixture.Refusal;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.PageVerdict;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageOutcomesTest {

    private final PageBed bed = new PageBed();
    private final FrontierFixture fixture = bed.fixture;
    private final PageOutcomes pages = bed.pages;

    private static final long FORGET = 30 * DAY;

    @Test
    void aNewPageIsFetchedAtOnce() {
        assertThat(pages.named(TARGET, URL, link(), NOW))
                .hasValueSatisfying(page -> assertThat(page.due).isEqualTo(NOW));
        assertThat(pages.named(TARGET, URL, link(), NOW + 1)).isEmpty();
    }

    @Test
    void eachFeedAnnouncesAPageOnce() {
        pages.named(TARGET, URL, announcedBy("a"), NOW);
        pages.named(TARGET, URL, announcedBy("a"), NOW + 1);
        pages.named(TARGET, URL, announcedBy("b"), NOW + 2);
        pages.learn(TARGET, fetched("text"), NOW + 3);
        pages.named(TARGET, URL, announcedBy("c"), NOW + 4);
        pages.named(TARGET, URL, announcedBy("b"), NOW + 5);

        assertThat(fixture.announced).containsExactly(announcement("a"), announcement("b"), announcement("c"));
        assertThat(bed.page().announced).as("until cleaning tells").hasSize(2);
        assertThat(fixture.links).isEmpty();
        pages.cleaned(TARGET, bed.page().fetchedIn, PageVerdict.ARTICLE, NOW + 6);
        assertThat(bed.page().announced).isEmpty();
    }

    @Test
    void noMoreThanTwentyFeedsAnnounceAPage() {
        for (int i = 0; i < 25; i++) {
            pages.named(TARGET, URL, announcedBy("feed" + i), NOW + i);
        }

        assertThat(fixture.announced).hasSize(Announcement.MAX).last().isEqualTo(announcement("feed19"));
    }

    @Test
    void asksWithTheValidatorsOfTheLastBody() {
        bed.named();
        pages.learn(TARGET, fetched("text"), NOW);
        pages.learn(
                TARGET,
                FrontierFixture.outcome(REQUEST, Result.NOT_MODIFIED, 304, NOW).build(),
                NOW);

        FetchRequest request = candidate().request("id", NOW + 7, NOW);

        assertThat(request.etag()).isEqualTo("\"4\"");
        assertThat(request.digest()).isEqualTo(Integer.toHexString("text".hashCode()));
        assertThat(request.startBefore()).isEqualTo(NOW + 7);
        assertThat(request.target()).isEqualTo(FetchTarget.PAGE);
        assertThat(candidate().obeysRobots()).isTrue();
    }

    @Test
    void isVisitedAgainAtItsTimesAndThenRemembered() {
        bed.named();
        long[] due = {HOUR, 6 * HOUR, 24 * HOUR};
        long now = NOW;
        for (long next : due) {
            pages.learn(TARGET, fetched("text"), now);
            assertThat(bed.page().due).isEqualTo(NOW + next);
            now = NOW + next;
        }
        pages.learn(TARGET, fetched("text"), now);

        assertThat(bed.page().done).isTrue();
        assertThat(bed.page().due).isEqualTo(now + FORGET);
        assertThat(fixture.queued()).hasSize(1);
    }

    @Test
    void aVisitThatIsLateIsFollowedByTheNextHalfAStepLater() {
        bed.named();
        pages.learn(TARGET, fetched("text"), NOW);
        pages.learn(TARGET, fetched("text"), NOW + 10 * HOUR);

        assertThat(bed.page().due).isEqualTo(NOW + 10 * HOUR + 5 * HOUR / 2);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false"})
    void aPageOlderThanTwoDaysIsFetchedOnce(long millisYounger, boolean done) {
        String published =
                Instant.ofEpochMilli(NOW - 2 * DAY - 1 + millisYounger).toString();
        pages.named(TARGET, URL, builder().published(published).build(), NOW);
        pages.learn(TARGET, fetched("text"), NOW);

        assertThat(bed.page().done).isEqualTo(done);
    }

    @Test
    void aDateThatIsNoneIsNoReasonNotToVisitAgain() {
        pages.named(TARGET, URL, builder().published("yesterday").build(), NOW);
        pages.learn(TARGET, fetched("text"), NOW);

        assertThat(bed.page().done).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 600000", "300000, 600000", "600001, 600001"})
    void aFeedHasAChangedPageFetchedAgainTenMinutesAfterItNamedItBeforeAtTheSoonest(long later, long due) {
        bed.named();
        pages.learn(TARGET, fetched("text"), NOW);
        for (int visit = 0; visit < 3; visit++) {
            pages.learn(TARGET, fetched("text"), NOW);
        }

        Link updated = builder().updated(true).build();
        assertThat(pages.named(TARGET, URL, updated, NOW + later))
                .hasValueSatisfying(page -> assertThat(page.due).isEqualTo(NOW + due));
        assertThat(bed.page().done).isFalse();
    }

    @Test
    void aLinkThatSaysNothingOfAChangeFetchesNothingAgain() {
        bed.named();
        pages.learn(TARGET, fetched("text"), NOW);

        assertThat(pages.named(TARGET, URL, link(), NOW + 2 * HOUR)).isEmpty();
    }

    @Test
    void remembersWhenAFeedNamedItLastToTheDay() {
        bed.named();
        pages.named(TARGET, URL, link(), NOW + DAY);
        assertThat(bed.page().named).isEqualTo(NOW);
        pages.named(TARGET, URL, link(), NOW + DAY + 1);

        assertThat(bed.page().named).isEqualTo(NOW + DAY + 1);
    }

    @Test
    void aFailingPageIsTriedFiveTimesAndThenRefused() {
        bed.named();
        long[] waits = {2 * MINUTE, 10 * MINUTE, 50 * MINUTE, 250 * MINUTE};
        for (long wait : waits) {
            pages.learn(TARGET, status(500), NOW);
            assertThat(bed.page().due).isEqualTo(NOW + wait);
            assertThat(fixture.refused).isEmpty();
        }
        pages.learn(TARGET, status(500), NOW);

        assertThat(fixture.refused)
                .containsExactly(new Refusal(REQUEST.id(), URL, FailureReason.HTTP_STATUS, "HTTP 500"));
        assertThat(bed.page().done).isTrue();
        assertThat(bed.page().due).isEqualTo(NOW + FORGET);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 405, 406, 410, 451})
    void aStatusThatRefusesThePageIsBelievedTheSecondTime(int status) {
        bed.named();
        pages.learn(TARGET, status(status), NOW);
        assertThat(fixture.refused).isEmpty();
        pages.learn(TARGET, status(status), NOW);

        assertThat(fixture.refused).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void reasonsThatAnotherTryWouldMeetAgainRefuseAtOnce(FailureReason reason) {
        bed.named();
        pages.learn(
                TARGET,
                FrontierFixture.outcome(REQUEST, Result.FAILED, 0, NOW)
                        .reason(reason)
                        .build(),
                NOW);

        boolean expected = switch (reason) {
            case FORBIDDEN_ADDRESS, BAD_URL, TOO_LARGE, CONTENT_ENCODING, BAD_REDIRECT -> true;
            default -> false;
        };
        assertThat(fixture.refused).hasSize(expected ? 1 : 0);
        if (expected) {
            assertThat(fixture.refused.get(0).detail()).isEqualTo("no response: " + reason.label());
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "180, 180", "2000, 1440", "1, 2"})
    void keepsARetryAfterOfUpToADay(long askedMinutes, long keptMinutes) {
        bed.named();
        pages.learn(
                TARGET,
                FrontierFixture.outcome(REQUEST, Result.DENIED, 503, NOW)
                        .retryAfter(NOW + askedMinutes * MINUTE)
                        .build(),
                NOW);

        assertThat(bed.page().due).isEqualTo(NOW + keptMinutes * MINUTE);
    }

    @Test
    void aFailureOfAPageThatWasFetchedIsAVisitWithoutAChange() {
        bed.named();
        pages.learn(TARGET, fetched("text"), NOW);
        pages.learn(TARGET, status(403), NOW + HOUR);
        pages.learn(TARGET, status(503), NOW + 6 * HOUR);

        assertThat(fixture.refused).isEmpty();
        assertThat(bed.page().due).isEqualTo(NOW + 24 * HOUR);
        assertThat(bed.page().etag).isEqualTo("\"4\"");
    }

    @Test
    void aRefusedPageIsTriedAfreshWhenItsDeadLetterIsRetried() {
        bed.named();
        pages.learn(TARGET, status(404), NOW);
        pages.learn(TARGET, status(404), NOW);
        assertThat(pages.named(TARGET, URL, link(), NOW + HOUR)).isEmpty();

        assertThat(pages.named(TARGET, URL, builder().updated(true).build(), NOW + HOUR))
                .isPresent();
        pages.learn(TARGET, status(404), NOW + HOUR);

        assertThat(fixture.refused).hasSize(1);
        assertThat(bed.page().done).isFalse();
    }

    @Test
    void aPageThatRobotsTxtDisallowsIsRefused() {
        bed.named();
        candidate().disallowed(NOW);

        assertThat(fixture.refused)
                .containsExactly(new Refusal(URL, URL, FailureReason.ROBOTS, "robots.txt does not allow it"));
        assertThat(bed.page().done).isTrue();
    }

    @Test
    void isForgottenThirtyDaysAfterAFeedNamedItLast() {
        bed.named();
        candidate().disallowed(NOW);
        pages.named(TARGET, URL, link(), NOW + 2 * DAY);

        assertThat(pages.candidate(TARGET, bed.page().due, NOW + FORGET)).isEmpty();
        assertThat(bed.page().due).isEqualTo(NOW + 2 * DAY + FORGET);
        assertThat(fixture.queued()).hasSize(1);
        assertThat(pages.candidate(TARGET, bed.page().due, NOW + 2 * DAY + FORGET))
                .isEmpty();
        assertThat(bed.page()).isNull();
    }

    @Test
    void anEntryOfTheQueueThatIsOutOfDateIsNoCandidate() {
        assertThat(pages.candidate(TARGET, NOW, NOW)).isEmpty();
        bed.named();

        assertThat(pages.candidate(TARGET, NOW - 1, NOW)).isEmpty();
        assertThat(pages.candidate(TARGET, NOW, NOW)).isPresent();
        assertThat(candidate().url()).isEqualTo(URL);
    }

    @Test
    void anOutcomeOfAForgottenPageChangesNothing() {
        assertThat(pages.learn(TARGET, fetched("text"), NOW)).isEmpty();
        assertThat(bed.page()).isNull();
    }

    private Candidate candidate() {
        return pages.candidate(TARGET, bed.page().due, NOW).orElseThrow();
    }

    private static FetchOutcome status(int status) {
        return FrontierFixture.outcome(REQUEST, Result.DENIED, status, NOW).build();
    }
}
