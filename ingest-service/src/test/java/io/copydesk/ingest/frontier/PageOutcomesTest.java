package io.copydesk.ingest.frontier;

import static io.copydesk.ingest.frontier.FrontierFixture.DAY;
import static io.copydesk.ingest.frontier.FrontierFixture.HOUR;
import static io.copydesk.ingest.frontier.FrontierFixture.MINUTE;
import static io.copydesk.ingest.frontier.FrontierFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.copydesk.ingest.frontier.FrontierFixture.Refusal;
import io.copydesk.ingest.page.PageAnnouncement;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.PageVerdict;
import io.copydesk.schemas.SetCookie;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageOutcomesTest {

    private static final String URL = "https://www.harbour.example/news/1";
    private static final CrawlTarget.Page TARGET = new CrawlTarget.Page("https://harbour.example/news/1");
    private static final FetchRequest REQUEST = FrontierFixture.request("www.harbour.example#4", URL, FetchTarget.PAGE);
    private static final long FORGET = 30 * DAY;

    private final FrontierFixture fixture = new FrontierFixture();
    private final PageOutcomes pages = new PageOutcomes(
            FrontierFixture.settings().toBuilder()
                    .revisits(List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24)))
                    .build(),
            fixture.stores,
            fixture);

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
        assertThat(page().announced).as("until cleaning tells").hasSize(2);
        assertThat(fixture.links).isEmpty();
        pages.cleaned(TARGET, page().fetchedIn, PageVerdict.ARTICLE, NOW + 6);
        assertThat(page().announced).isEmpty();
    }

    @Test
    void noMoreThanTwentyFeedsAnnounceAPage() {
        for (int i = 0; i < 25; i++) {
            pages.named(TARGET, URL, announcedBy("feed" + i), NOW + i);
        }

        assertThat(fixture.announced).hasSize(Announcement.MAX).last().isEqualTo(announcement("feed19"));
    }

    @Test
    void whereAPageLeadsIsAnnouncedByItsFeedsAsWellTheLaterOnesIncluded() {
        pages.named(TARGET, URL, announcedBy("a"), NOW);
        String target = "https://www.quay.example/elsewhere";
        pages.learn(TARGET, redirect(target), NOW + 1);
        pages.named(TARGET, URL, announcedBy("b"), NOW + 2);
        pages.named(TARGET, URL, announcedBy("a"), NOW + 3);

        assertThat(fixture.links)
                .extracting(Link::url, Link::announced)
                .containsExactly(
                        tuple(target, announcedBy("a").announced()),
                        tuple(target, announcedBy("b").announced()));
        CrawlTarget.Page there = new CrawlTarget.Page("https://quay.example/elsewhere");
        fixture.announced.clear();
        fixture.links.forEach(link -> pages.named(there, target, link, NOW + 4));
        assertThat(fixture.announced)
                .containsExactly(
                        new PageAnnouncement(target, announcement("a").announcement()),
                        new PageAnnouncement(target, announcement("b").announcement()));
    }

    private static FetchOutcome redirect(String target) {
        return FrontierFixture.outcome(REQUEST, Result.MOVED, 302, NOW)
                .location(target)
                .build();
    }

    private static Link announcedBy(String feed) {
        return builder().announced(List.of(announcement(feed).announcement())).build();
    }

    private static PageAnnouncement announcement(String feed) {
        return new PageAnnouncement(
                URL,
                new Announcement(
                        "https://" + feed + ".example/feed.xml", null, null, "1", null, null, "2026-03-04T10:00:00Z"));
    }

    @Test
    void asksWithTheValidatorsOfTheLastBody() {
        named();
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
        named();
        long[] due = {HOUR, 6 * HOUR, 24 * HOUR};
        long now = NOW;
        for (long next : due) {
            pages.learn(TARGET, fetched("text"), now);
            assertThat(page().due).isEqualTo(NOW + next);
            now = NOW + next;
        }
        pages.learn(TARGET, fetched("text"), now);

        assertThat(page().done).isTrue();
        assertThat(page().due).isEqualTo(now + FORGET);
        assertThat(fixture.queued()).hasSize(1);
    }

    @Test
    void aVisitThatIsLateIsFollowedByTheNextHalfAStepLater() {
        named();
        pages.learn(TARGET, fetched("text"), NOW);
        pages.learn(TARGET, fetched("text"), NOW + 10 * HOUR);

        assertThat(page().due).isEqualTo(NOW + 10 * HOUR + 5 * HOUR / 2);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false"})
    void aPageOlderThanTwoDaysIsFetchedOnce(long millisYounger, boolean done) {
        String published =
                Instant.ofEpochMilli(NOW - 2 * DAY - 1 + millisYounger).toString();
        pages.named(TARGET, URL, builder().published(published).build(), NOW);
        pages.learn(TARGET, fetched("text"), NOW);

        assertThat(page().done).isEqualTo(done);
    }

    @Test
    void aDateThatIsNoneIsNoReasonNotToVisitAgain() {
        pages.named(TARGET, URL, builder().published("yesterday").build(), NOW);
        pages.learn(TARGET, fetched("text"), NOW);

        assertThat(page().done).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 600000", "300000, 600000", "600001, 600001"})
    void aFeedHasAChangedPageFetchedAgainTenMinutesAfterItNamedItBeforeAtTheSoonest(long later, long due) {
        named();
        pages.learn(TARGET, fetched("text"), NOW);
        for (int visit = 0; visit < 3; visit++) {
            pages.learn(TARGET, fetched("text"), NOW);
        }

        Link updated = builder().updated(true).build();
        assertThat(pages.named(TARGET, URL, updated, NOW + later))
                .hasValueSatisfying(page -> assertThat(page.due).isEqualTo(NOW + due));
        assertThat(page().done).isFalse();
    }

    @Test
    void aLinkThatSaysNothingOfAChangeFetchesNothingAgain() {
        named();
        pages.learn(TARGET, fetched("text"), NOW);

        assertThat(pages.named(TARGET, URL, link(), NOW + 2 * HOUR)).isEmpty();
    }

    @Test
    void remembersWhenAFeedNamedItLastToTheDay() {
        named();
        pages.named(TARGET, URL, link(), NOW + DAY);
        assertThat(page().named).isEqualTo(NOW);
        pages.named(TARGET, URL, link(), NOW + DAY + 1);

        assertThat(page().named).isEqualTo(NOW + DAY + 1);
    }

    @Test
    void aFailingPageIsTriedFiveTimesAndThenRefused() {
        named();
        long[] waits = {2 * MINUTE, 10 * MINUTE, 50 * MINUTE, 250 * MINUTE};
        for (long wait : waits) {
            pages.learn(TARGET, status(500), NOW);
            assertThat(page().due).isEqualTo(NOW + wait);
            assertThat(fixture.refused).isEmpty();
        }
        pages.learn(TARGET, status(500), NOW);

        assertThat(fixture.refused)
                .containsExactly(new Refusal(REQUEST.id(), URL, FailureReason.HTTP_STATUS, "HTTP 500"));
        assertThat(page().done).isTrue();
        assertThat(page().due).isEqualTo(NOW + FORGET);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 405, 406, 410, 451})
    void aStatusThatRefusesThePageIsBelievedTheSecondTime(int status) {
        named();
        pages.learn(TARGET, status(status), NOW);
        assertThat(fixture.refused).isEmpty();
        pages.learn(TARGET, status(status), NOW);

        assertThat(fixture.refused).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void reasonsThatAnotherTryWouldMeetAgainRefuseAtOnce(FailureReason reason) {
        named();
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
        named();
        pages.learn(
                TARGET,
                FrontierFixture.outcome(REQUEST, Result.DENIED, 503, NOW)
                        .retryAfter(NOW + askedMinutes * MINUTE)
                        .build(),
                NOW);

        assertThat(page().due).isEqualTo(NOW + keptMinutes * MINUTE);
    }

    @Test
    void aFailureOfAPageThatWasFetchedIsAVisitWithoutAChange() {
        named();
        pages.learn(TARGET, fetched("text"), NOW);
        pages.learn(TARGET, status(403), NOW + HOUR);
        pages.learn(TARGET, status(503), NOW + 6 * HOUR);

        assertThat(fixture.refused).isEmpty();
        assertThat(page().due).isEqualTo(NOW + 24 * HOUR);
        assertThat(page().etag).isEqualTo("\"4\"");
    }

    @Test
    void aRefusedPageIsTriedAfreshWhenItsDeadLetterIsRetried() {
        named();
        pages.learn(TARGET, status(404), NOW);
        pages.learn(TARGET, status(404), NOW);
        assertThat(pages.named(TARGET, URL, link(), NOW + HOUR)).isEmpty();

        assertThat(pages.named(TARGET, URL, builder().updated(true).build(), NOW + HOUR))
                .isPresent();
        pages.learn(TARGET, status(404), NOW + HOUR);

        assertThat(fixture.refused).hasSize(1);
        assertThat(page().done).isFalse();
    }

    @Test
    void aPageThatRobotsTxtDisallowsIsRefused() {
        named();
        candidate().disallowed(NOW);

        assertThat(fixture.refused)
                .containsExactly(new Refusal(URL, URL, FailureReason.ROBOTS, "robots.txt does not allow it"));
        assertThat(page().done).isTrue();
    }

    @Test
    void aRedirectToTheSamePageIsFollowedInPlaceUpToFiveTimes() {
        named();
        fixture.stores.queue("www.harbour.example", NOW, TARGET, null);
        for (int hop = 1; hop <= 5; hop++) {
            String location = "http://harbour.example/news/1?utm_source=" + hop;
            assertThat(pages.learn(TARGET, moved(location), NOW + hop))
                    .hasValueSatisfying(page -> assertThat(page.url).isEqualTo(location));
            assertThat(page().due).isEqualTo(NOW + hop);
        }
        assertThat(fixture.queued()).isEmpty();
        assertThat(pages.learn(TARGET, moved("http://harbour.example/news/1"), NOW))
                .isEmpty();

        assertThat(fixture.refused)
                .extracting(Refusal::reason, Refusal::detail)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        FailureReason.TOO_MANY_REDIRECTS, "5 redirects in a row"));
        assertThat(page().done).isTrue();
    }

    @Test
    void aRedirectToAnotherPageIsALinkToThatPage() {
        pages.named(TARGET, URL, builder().hops(2).build(), NOW);
        pages.learn(TARGET, moved("https://www.quay.example/a"), NOW);

        assertThat(fixture.links)
                .containsExactly(Link.builder()
                        .url("https://www.quay.example/a")
                        .target(FetchTarget.PAGE)
                        .source(URL)
                        .hops(3)
                        .build());
        assertThat(page().done).isTrue();
    }

    @Test
    void aRedirectToThePageItselfIsFollowedWithItsCookies() {
        List<SetCookie> seen = List.of(new SetCookie(URL, "seen=1"));
        named();
        pages.learn(TARGET, setting(seen, URL), NOW);
        assertThat(request().cookies()).isEqualTo(seen);

        pages.learn(TARGET, fetched("text"), NOW);
        assertThat(page().cookies).as("the next visit begins without").isNull();
    }

    @Test
    void aPageThatItsRedirectsLeadBackToIsFetchedAgainWithTheirCookies() {
        String check = "https://www.harbour.example/check?back=/news/1";
        CrawlTarget.Page there = new CrawlTarget.Page("https://harbour.example/check?back=/news/1");
        List<SetCookie> seen = List.of(new SetCookie(check, "seen=1; Path=/"));
        pages.named(TARGET, URL, announcedBy("a"), NOW);
        pages.learn(TARGET, moved(check), NOW);
        pages.named(there, check, fixture.links.get(0), NOW);
        pages.learn(there, setting(seen, URL), NOW);
        Link back = fixture.links.get(1);

        assertThat(pages.named(TARGET, URL, back, NOW + 1))
                .hasValueSatisfying(page -> assertThat(page.due).isEqualTo(NOW + 1));
        assertThat(page().done).isFalse();
        assertThat(request().cookies()).isEqualTo(seen);
        assertThat(page().announced).isEqualTo(announcedBy("a").announced());
        assertThat(fixture.announced).as("announced once").hasSize(2);
    }

    @Test
    void aCircleOfTwoPagesWithoutCookiesComesToAnEnd() {
        String other = "https://www.harbour.example/news/2";
        CrawlTarget.Page there = new CrawlTarget.Page("https://harbour.example/news/2");
        named();
        pages.learn(TARGET, moved(other), NOW);
        for (int link = 0; link < fixture.links.size(); link++) {
            boolean back = link % 2 == 1;
            pages.named(back ? TARGET : there, back ? URL : other, fixture.links.get(link), NOW);
            pages.learn(back ? TARGET : there, moved(back ? other : URL), NOW);
        }

        assertThat(fixture.links).hasSize(5);
        assertThat(fixture.refused).extracting(Refusal::reason).containsExactly(FailureReason.TOO_MANY_REDIRECTS);
    }

    @Test
    void aPageThatRedirectedOnceIsNotFetchedForEachThatLeadsToIt() {
        named();
        pages.learn(TARGET, moved("https://www.harbour.example/news/2"), NOW);

        assertThat(pages.named(
                        TARGET,
                        URL,
                        builder()
                                .source("https://www.harbour.example/news/3")
                                .hops(1)
                                .build(),
                        NOW + 1))
                .isEmpty();
    }

    private FetchRequest request() {
        return pages.candidate(TARGET, page().due, NOW).orElseThrow().request("id", 5, NOW);
    }

    private static FetchOutcome setting(List<SetCookie> cookies, String location) {
        return FrontierFixture.outcome(REQUEST, Result.MOVED, 302, NOW)
                .location(location)
                .cookies(cookies)
                .build();
    }

    @Test
    void aPageThatLeadsToALoginIsRefusedTheSecondTimeAndTheLoginIsNotFetched() {
        String login = "https://www.harbour.example/login?next=/news/1";
        named();
        pages.learn(TARGET, moved(login), NOW);
        assertThat(fixture.refused).isEmpty();
        pages.learn(TARGET, moved(login), NOW + HOUR);

        assertThat(fixture.links).isEmpty();
        assertThat(fixture.refused)
                .singleElement()
                .extracting(Refusal::reason, Refusal::detail)
                .containsExactly(FailureReason.HTTP_STATUS, "HTTP 301, which leads to a login: " + login);
        assertThat(page().done).isTrue();
    }

    @Test
    void aPageThatWasThereAndLeadsToALoginIsVisitedAsBefore() {
        named();
        pages.learn(TARGET, fetched("text"), NOW);
        pages.learn(TARGET, moved("https://www.harbour.example/login"), NOW + HOUR);

        assertThat(page().due).isEqualTo(NOW + 6 * HOUR);
        assertThat(fixture.links).isEmpty();
        assertThat(fixture.refused).isEmpty();
    }

    @Test
    void anAnsweredPageCountsRedirectsFromZero() {
        named();
        pages.learn(TARGET, moved("http://harbour.example/news/1"), NOW);
        pages.learn(TARGET, fetched("text"), NOW);

        assertThat(page().hops).isZero();
    }

    @Test
    void aRedirectWithoutALocationIsAFailure() {
        named();
        pages.learn(TARGET, moved(null), NOW);

        assertThat(page().failures).isEqualTo(1);
    }

    @Test
    void isForgottenThirtyDaysAfterAFeedNamedItLast() {
        named();
        candidate().disallowed(NOW);
        pages.named(TARGET, URL, link(), NOW + 2 * DAY);

        assertThat(pages.candidate(TARGET, page().due, NOW + FORGET)).isEmpty();
        assertThat(page().due).isEqualTo(NOW + 2 * DAY + FORGET);
        assertThat(fixture.queued()).hasSize(1);
        assertThat(pages.candidate(TARGET, page().due, NOW + 2 * DAY + FORGET)).isEmpty();
        assertThat(page()).isNull();
    }

    @Test
    void anEntryOfTheQueueThatIsOutOfDateIsNoCandidate() {
        assertThat(pages.candidate(TARGET, NOW, NOW)).isEmpty();
        named();

        assertThat(pages.candidate(TARGET, NOW - 1, NOW)).isEmpty();
        assertThat(pages.candidate(TARGET, NOW, NOW)).isPresent();
        assertThat(candidate().url()).isEqualTo(URL);
    }

    @Test
    void anOutcomeOfAForgottenPageChangesNothing() {
        assertThat(pages.learn(TARGET, fetched("text"), NOW)).isEmpty();
        assertThat(page()).isNull();
    }

    private void named() {
        pages.named(TARGET, URL, link(), NOW);
    }

    private PageState page() {
        return fixture.stores.page(TARGET);
    }

    private Candidate candidate() {
        return pages.candidate(TARGET, page().due, NOW).orElseThrow();
    }

    private static Link link() {
        return builder().build();
    }

    private static Link.Builder builder() {
        return Link.builder().url(URL).target(FetchTarget.PAGE).source("https://www.harbour.example/feed.xml");
    }

    private static FetchOutcome fetched(String body) {
        return FrontierFixture.fetched(REQUEST, body, NOW).build();
    }

    private static FetchOutcome status(int status) {
        return FrontierFixture.outcome(REQUEST, Result.DENIED, status, NOW).build();
    }

    private static FetchOutcome moved(String location) {
        return FrontierFixture.outcome(REQUEST, Result.MOVED, 301, NOW)
                .location(location)
                .build();
    }
}
