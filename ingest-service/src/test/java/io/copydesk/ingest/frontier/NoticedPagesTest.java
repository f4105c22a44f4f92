package io.copydesk.ingest.frontier;

import static io.copydesk.ingest.frontier.FrontierFixture.DAY;
import static io.copydesk.ingest.frontier.FrontierFixture.HOUR;
import static io.copydesk.ingest.frontier.FrontierFixture.MINUTE;
import static io.copydesk.ingest.frontier.FrontierFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.PageVerdict;
import io.copydesk.schemas.Withdrawal.Evidence;
import io.copydesk.schemas.Withdrawal.Sign;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages that still answer, but show a notice in place of their text. */
class NoticedPagesTest {

    private static final String HOST = "https://www.harbour.example";
    private static final String URL = HOST + "/news/1";
    private static final String OTHER = HOST + "/news/2";
    private static final PageVerdict NOTICE =
            new PageVerdict(false, PageVerdict.WITHDRAWN, "This article has been removed.");
    private static final PageVerdict MISSING = new PageVerdict(false, PageVerdict.GONE, "Page not found");

    private final FrontierFixture fixture = new FrontierFixture();
    private final PageOutcomes pages = new PageOutcomes(FrontierFixture.settings(), fixture.stores, fixture);

    @BeforeEach
    void fetchPages() {
        for (int i = 1; i <= 40; i++) {
            fetch(HOST + "/news/" + i, "text", NOW, PageVerdict.ARTICLE);
        }
    }

    @Test
    void aNoticeThatStaysForAnHourIsToldOnceAnotherPageIsThere() {
        fetch(URL, "notice", NOW + 2 * HOUR, NOTICE);
        assertThat(page().due).isEqualTo(NOW + 3 * HOUR);
        same(URL, NOW + 3 * HOUR);
        assertThat(fixture.withdrawn).isEmpty();
        assertThat(page().due).isEqualTo(NOW + 3 * HOUR + 5 * MINUTE);
        FetchRequest last = withdrawn(NOTICE);

        assertThat(fixture.withdrawn).singleElement().satisfies(told -> {
            assertThat(told.requestId()).isEqualTo(last.id() + "/withdrawn");
            assertThat(told.url()).isEqualTo(URL);
            assertThat(told.evidence()).allSatisfy(seen -> {
                assertThat(seen.sign()).isEqualTo(Sign.GONE);
                assertThat(seen.notice()).isEqualTo("This article has been removed.");
            });
        });
    }

    @Test
    void aNoticeWithOtherBytesEachTimeIsOneForAsLongAsCleaningSaysSo() {
        for (int i = 0; i < 12; i++) {
            long at = NOW + 2 * HOUR + i * 20 * MINUTE;
            fetch(OTHER, "text " + i, at - MINUTE, null);
            fetch(URL, "notice " + i, at, NOTICE);
        }

        assertThat(fixture.withdrawn).hasSize(1);
    }

    @Test
    void thatAPageIsNotFoundMustLastADay() {
        fetch(URL, "notice", NOW + 2 * HOUR, MISSING);
        for (long at = 3 * HOUR; at < 27 * HOUR; at += HOUR) {
            same(OTHER, NOW + at - MINUTE);
            same(URL, NOW + at);
            assertThat(fixture.withdrawn).as("after %d h", at / HOUR).isEmpty();
        }
        same(OTHER, NOW + 27 * HOUR);
        same(URL, NOW + 27 * HOUR + MINUTE);

        assertThat(fixture.withdrawn)
                .singleElement()
                .satisfies(told ->
                        assertThat(told.evidence()).extracting(Evidence::sign).containsOnly(Sign.NOT_FOUND));
    }

    @Test
    void aSiteThatShowsItOnManyPagesAtOnceIsNotBelieved() {
        for (long at = HOUR; at < 48 * HOUR; at += HOUR) {
            fetch(OTHER, "text " + at, NOW + at - MINUTE, null);
            for (int i = 10; i < 20; i++) {
                fetch(HOST + "/news/" + i, "notice " + at, NOW + at, NOTICE);
            }
        }

        assertThat(fixture.withdrawn).isEmpty();
    }

    @Test
    void aTextThatReturnsEndsIt() {
        fetch(URL, "notice", NOW + HOUR, NOTICE);
        fetch(URL, "text", NOW + 2 * HOUR, PageVerdict.ARTICLE);

        assertThat(page().gone).isNull();
        assertThat(fixture.stores.site("www.harbour.example").answers.errs()).isTrue();

        fetch(URL, "notice", NOW + 3 * HOUR, NOTICE);
        assertThat(page().gone.looks).isEqualTo(1);
    }

    @Test
    void aBodyOfWhichCleaningSaysNothingIsNoNotice() {
        fetch(URL, "notice", NOW + HOUR, NOTICE);
        fetch(URL, "something", NOW + 2 * HOUR, null);
        assertThat(page().gone.looks).isEqualTo(1);
        same(URL, NOW + 3 * HOUR);

        assertThat(page().gone).isNull();
    }

    @Test
    void whatCleaningTellsMayOvertakeTheOutcome() {
        FetchRequest request = request(URL, NOW + HOUR);
        pages.cleaned(target(URL), request.id(), NOTICE, NOW + HOUR - MINUTE);
        assertThat(page().gone).isNull();
        pages.learn(
                target(URL),
                FrontierFixture.fetched(request, "notice", NOW + HOUR).build(),
                NOW + HOUR);

        assertThat(page().gone.looks).isEqualTo(1);
        assertThat(page().due).isEqualTo(NOW + 2 * HOUR);
    }

    @Test
    void aPageThatNeverHadATextIsNotWithdrawn() {
        String url = HOST + "/news/99";
        for (int i = 0; i < 12; i++) {
            long at = NOW + i * HOUR;
            fetch(OTHER, "text " + i, at, null);
            fetch(url, "notice " + i, at + MINUTE, NOTICE);
        }
        assertThat(fixture.withdrawn).isEmpty();
        assertThat(fixture.stores.page(target(url)).gone).isNull();
        fetch(url, "text", NOW + 13 * HOUR, PageVerdict.ARTICLE);
        fetch(url, "notice", NOW + 14 * HOUR, NOTICE);

        assertThat(fixture.stores.page(target(url)).gone.looks).isEqualTo(1);
    }

    @Test
    void aWithdrawnPageIsVisitedUntilItsTextIsBack() {
        fetch(URL, "notice", NOW + HOUR, NOTICE);
        withdrawn(NOTICE);
        long told = page().gone.told;
        assertThat(page().due).isEqualTo(told + 6 * HOUR);
        same(URL, told + 6 * HOUR);
        assertThat(page().due).isEqualTo(told + DAY);
        fetch(URL, "text", told + DAY, PageVerdict.ARTICLE);

        assertThat(page().gone).isNull();
        assertThat(fixture.withdrawn).hasSize(1);
    }

    @Test
    void aServerThatThenAnswers404SaysTheSame() {
        fetch(URL, "notice", NOW + HOUR, NOTICE);
        pages.learn(
                target(URL),
                FrontierFixture.outcome(request(URL, NOW + 2 * HOUR), Result.DENIED, 404, NOW + 2 * HOUR)
                        .build(),
                NOW + 2 * HOUR);

        assertThat(page().gone.looks).isEqualTo(2);
    }

    /** Looks at it, and at another page, until it is told. */
    private FetchRequest withdrawn(PageVerdict verdict) {
        FetchRequest last = null;
        for (int more = 1; more < 8 && fixture.withdrawn.isEmpty(); more++) {
            same(OTHER, NOW + 3 * HOUR + more * 20 * MINUTE);
            last = same(URL, NOW + 3 * HOUR + more * 20 * MINUTE + MINUTE);
        }
        assertThat(fixture.withdrawn).as("%s", verdict).hasSize(1);
        return last;
    }

    private PageState page() {
        return fixture.stores.page(target(URL));
    }

    /** A fetch that brings a body, and what cleaning tells of it, {@code null} for nothing. */
    private void fetch(String url, String body, long now, PageVerdict verdict) {
        CrawlTarget.Page target = target(url);
        pages.named(target, url, link(url), now);
        FetchRequest request = request(url, now);
        pages.learn(target, FrontierFixture.fetched(request, body, now).build(), now);
        if (verdict != null) {
            pages.cleaned(target, request.id(), verdict, now);
        }
    }

    /** A fetch of the same body as before. */
    private FetchRequest same(String url, long now) {
        FetchRequest request = request(url, now);
        pages.learn(
                target(url),
                FrontierFixture.outcome(request, Result.NOT_MODIFIED, 304, now).build(),
                now);
        return request;
    }

    private static FetchRequest request(String url, long now) {
        return FrontierFixture.request("www.harbour.example#" + now, url, FetchTarget.PAGE);
    }

    private static CrawlTarget.Page target(String url) {
        return new CrawlTarget.Page(url.replace("www.", ""));
    }

    private static Link link(String url) {
        return Link.builder().url(url).target(FetchTarget.PAGE).build();
    }
}
