package io.copydesk.ingest.frontier;

import static io.copydesk.ingest.frontier.FrontierFixture.DAY;
import static io.copydesk.ingest.frontier.FrontierFixture.HOUR;
import static io.copydesk.ingest.frontier.FrontierFixture.MINUTE;
import static io.copydesk.ingest.frontier.FrontierFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.Withdrawal.Evidence;
import io.copydesk.schemas.Withdrawal.Sign;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GonePagesTest {

    private static final String HOST = "https://www.harbour.example";
    private static final String URL = HOST + "/news/1";
    private static final String OTHER = HOST + "/news/2";

    private final FrontierFixture fixture = new FrontierFixture();
    private final PageOutcomes pages = new PageOutcomes(FrontierFixture.settings(), fixture.stores, fixture);

    @BeforeEach
    void fetchPages() {
        for (int i = 1; i <= 40; i++) {
            fetch(HOST + "/news/" + i, NOW);
        }
    }

    @Test
    void aPageThatIsGoneForAnHourIsToldOnceAnotherIsThere() {
        answer(URL, 410, NOW + 2 * HOUR);
        assertThat(page().due).isEqualTo(NOW + 3 * HOUR);
        answer(URL, 410, NOW + 3 * HOUR);
        assertThat(fixture.withdrawn).isEmpty();
        assertThat(page().due).isEqualTo(NOW + 3 * HOUR + 5 * MINUTE);
        fetch(OTHER, NOW + 3 * HOUR + MINUTE);
        FetchRequest last = answer(URL, 410, NOW + 3 * HOUR + 5 * MINUTE);
        for (int more = 1; more < 4 && fixture.withdrawn.isEmpty(); more++) {
            fetch(OTHER, NOW + 4 * HOUR + more * 20 * MINUTE);
            last = answer(URL, 410, NOW + 4 * HOUR + more * 20 * MINUTE + MINUTE);
        }

        FetchRequest request = last;
        assertThat(fixture.withdrawn).singleElement().satisfies(told -> {
            assertThat(told.requestId()).isEqualTo(request.id());
            assertThat(told.url()).isEqualTo(URL);
            assertThat(told.evidence()).extracting(Evidence::sign).containsOnly(Sign.GONE);
        });
        assertThat(page().etag).isNull();
        assertThat(page().digest).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 302})
    void whatTheServerDoesNotExplainMustLastADay(int status) {
        for (long at = 2 * HOUR; at < 27 * HOUR; at += HOUR) {
            fetch(OTHER, NOW + at - MINUTE);
            answer(URL, status, NOW + at);
            assertThat(fixture.withdrawn).as("after %d h", at / HOUR).isEmpty();
        }
        fetch(OTHER, NOW + 27 * HOUR);
        answer(URL, status, NOW + 27 * HOUR + MINUTE);

        assertThat(fixture.withdrawn).hasSize(1);
    }

    @Test
    void aHostThatKnowsNoOtherPageIsNotBelieved() {
        for (long at = HOUR; at < 60 * HOUR; at += HOUR) {
            answer(URL, 410, NOW + at);
        }

        assertThat(fixture.withdrawn).isEmpty();
        assertThat(fixture.queued()).anySatisfy(entry -> assertThat(entry).contains("/news/"));
    }

    @Test
    void aHostThatLosesManyPagesAtOnceIsNotBelieved() {
        for (long at = HOUR; at < 48 * HOUR; at += HOUR) {
            fetch(OTHER, NOW + at - MINUTE);
            for (int i = 10; i < 20; i++) {
                answer(HOST + "/news/" + i, 410, NOW + at);
            }
        }

        assertThat(fixture.withdrawn).isEmpty();
    }

    @Test
    void aHostThatWasWrongMustSayItMoreOften() {
        HostAnswers answers = fixture.stores.site("www.harbour.example").answers;
        int before = answers.looksNeeded();
        answer(OTHER, 404, NOW + HOUR);
        fetch(OTHER, NOW + 2 * HOUR);

        HostAnswers after = fixture.stores.site("www.harbour.example").answers;
        assertThat(after.errs()).isTrue();
        assertThat(after.looksNeeded()).isGreaterThan(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 451, 500, 503})
    void otherStatusesAreNoEvidence(int status) {
        for (long at = HOUR; at < 40 * HOUR; at += HOUR) {
            fetch(OTHER, NOW + at - MINUTE);
            answer(URL, status, NOW + at);
        }

        assertThat(fixture.withdrawn).isEmpty();
        assertThat(page().gone).isNull();
    }

    @Test
    void aPageThatWasNeverThereIsRefusedAndNotWithdrawn() {
        pages.named(target(HOST + "/news/99"), HOST + "/news/99", link(HOST + "/news/99"), NOW);
        answer(HOST + "/news/99", 404, NOW);
        answer(HOST + "/news/99", 404, NOW + 2 * HOUR);

        assertThat(fixture.withdrawn).isEmpty();
        assertThat(fixture.refused).hasSize(1);
    }

    @Test
    void aWithdrawnPageIsVisitedForAMonthAndBroughtWholeWhenItIsBack() {
        for (long at = HOUR; fixture.withdrawn.isEmpty(); at += HOUR) {
            fetch(OTHER, NOW + at - MINUTE);
            answer(URL, 410, NOW + at);
        }
        long told = page().gone.told;
        assertThat(page().due).isEqualTo(told + 6 * HOUR);
        answer(URL, 410, told + 6 * HOUR);
        assertThat(page().due).isEqualTo(told + DAY);
        Candidate again = pages.candidate(target(URL), page().due, told + DAY).orElseThrow();
        assertThat(again.request("id", told + DAY, told + DAY).digest()).isNull();
        fetch(URL, told + DAY);

        assertThat(page().gone).isNull();
        assertThat(fixture.withdrawn).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.harbour.example/, true",
        "https://harbour.example, true",
        "https://www.harbour.example/index.html, true",
        "https://www.harbour.example/en/, true",
        "https://www.harbour.example/?error=404, true",
        "https://www.harbour.example/?p=47112, false",
        "https://www.harbour.example/news/2, false",
        "https://www.harbour.example/sport/, false",
        "https://www.quay.example/, false"
    })
    void knowsAFrontPage(String location, boolean expected) {
        assertThat(FrontPages.isOf(location, URL)).isEqualTo(expected);
        assertThat(FrontPages.isOf(location, "https://www.harbour.example/")).isFalse();
    }

    private PageState page() {
        return fixture.stores.page(target(URL));
    }

    private void fetch(String url, long now) {
        CrawlTarget.Page target = target(url);
        pages.named(target, url, link(url), now);
        pages.learn(
                target, FrontierFixture.fetched(request(url, now), "text", now).build(), now);
    }

    /** An answer with a status; 302 leads to the front page. */
    private FetchRequest answer(String url, int status, long now) {
        FetchRequest request = request(url, now);
        FetchOutcome.Builder outcome =
                FrontierFixture.outcome(request, status == 302 ? Result.MOVED : Result.DENIED, status, now);
        pages.learn(
                target(url), outcome.location(status == 302 ? HOST + "/" : null).build(), now);
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
