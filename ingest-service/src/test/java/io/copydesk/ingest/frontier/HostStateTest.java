package io.copydesk.ingest.frontier;

import static io.copydesk.ingest.frontier.FrontierFixture.DAY;
import static io.copydesk.ingest.frontier.FrontierFixture.HOUR;
import static io.copydesk.ingest.frontier.FrontierFixture.MINUTE;
import static io.copydesk.ingest.frontier.FrontierFixture.NOW;
import static io.copydesk.ingest.frontier.FrontierFixture.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostStateTest {

    private static final FetchRequest REQUEST =
            FrontierFixture.request("www.harbour.example#1", "https://www.harbour.example/a", FetchTarget.PAGE);

    private final FrontierSettings settings = FrontierFixture.settings();
    private final HostState host = new HostState();

    @Test
    void pausesFromTheEndOfTheExchange() {
        host.answered(ended(Result.FETCHED, 200, 0, NOW - 200), settings, NOW);
        assertThat(host.notBefore).isEqualTo(NOW + 800);

        host.answered(ended(Result.FETCHED, 200, 0, NOW - MINUTE), settings, NOW);
        assertThat(host.notBefore).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "20, 20", "120, 120", "500, 120"})
    void pausesForAsLongAsRobotsTxtAsksButNotLongerThanTheLimit(long asked, long kept) {
        host.crawlDelay(asked * SECOND, NOW, settings);
        assertThat(host.notBefore).isEqualTo(NOW + kept * SECOND);

        host.answered(ended(Result.FETCHED, 200, 0, NOW + HOUR), settings, NOW + HOUR);
        assertThat(host.notBefore).isEqualTo(NOW + HOUR + kept * SECOND);
    }

    @ParameterizedTest
    @CsvSource({"429, 3, 3", "503, 3, 3", "429, 400, 168", "500, 3, 0", "200, 3, 0"})
    void keepsARetryAfterOfUpToAWeekWithStatuses429And503(int status, long hours, long kept) {
        host.answered(ended(Result.DENIED, status, NOW + hours * HOUR, NOW), settings, NOW);

        assertThat(host.notBefore).isEqualTo(Math.max(NOW + kept * HOUR, NOW + SECOND));
    }

    @Test
    void backsOffFromAHostThatGivesNoResponseUntilItDoes() {
        host.answered(ended(Result.FAILED, 0, 0, NOW), settings, NOW);
        assertThat(host.notBefore).isEqualTo(NOW + 15 * SECOND);
        host.answered(ended(Result.FAILED, 0, 0, NOW), settings, NOW);
        assertThat(host.notBefore).isEqualTo(NOW + 30 * SECOND);
        host.answered(ended(Result.FAILED, 200, 0, NOW), settings, NOW);
        assertThat(host.notBefore).isEqualTo(NOW + SECOND);
        host.answered(ended(Result.DENIED, 0, 0, NOW), settings, NOW);
        assertThat(host.notBefore).isEqualTo(NOW + SECOND);
        host.answered(ended(Result.FAILED, 0, 0, NOW), settings, NOW);
        assertThat(host.notBefore).isEqualTo(NOW + 15 * SECOND);
    }

    @Test
    void backsOffFromAHostThatSaysThatThereAreTooManyRequestsAndNotForHowLong() {
        host.answered(ended(Result.DENIED, 429, 0, NOW), settings, NOW);
        assertThat(host.notBefore).isEqualTo(NOW + 15 * SECOND);
        host.answered(ended(Result.DENIED, 429, NOW, NOW), settings, NOW);
        assertThat(host.notBefore).isEqualTo(NOW + 30 * SECOND);
        assertThat(host.silent()).isFalse();
        host.answered(ended(Result.DENIED, 429, NOW + 2 * SECOND, NOW), settings, NOW);
        assertThat(host.notBefore).isEqualTo(NOW + 2 * SECOND);
        host.answered(ended(Result.DENIED, 404, 0, NOW), settings, NOW);
        host.answered(ended(Result.DENIED, 429, 0, NOW), settings, NOW);
        assertThat(host.notBefore).isEqualTo(NOW + 15 * SECOND);
    }

    @Test
    void waitsForAnOutcomeUntilTheLeaseEndsAndPausesFromThere() {
        FetchRequest request = new FetchRequest("h#1", REQUEST.url(), FetchTarget.PAGE, null, null, null, NOW + MINUTE);
        host.issued(request, new CrawlTarget.Page("https://harbour.example/a"), settings);

        assertThat(host.inFlight).isEqualTo("h#1");
        assertThat(host.entry).isEqualTo("phttps://harbour.example/a");
        assertThat(host.leaseEnds).isEqualTo(NOW + 2 * MINUTE);
        host.expired(settings);
        assertThat(host.inFlight).isNull();
        assertThat(host.notBefore).isEqualTo(NOW + 2 * MINUTE + SECOND);
    }

    @Test
    void aLostOutcomeDoesNotShortenAPause() {
        host.notBefore = NOW + DAY;
        host.leaseEnds = NOW;
        host.expired(settings);

        assertThat(host.notBefore).isEqualTo(NOW + DAY);
        host.crawlDelay(0, NOW, settings);
        assertThat(host.notBefore).isEqualTo(NOW + DAY);
    }

    @Test
    void numbersItsRequests() {
        assertThat(host.nextRequestId("www.harbour.example")).isEqualTo("www.harbour.example#1");
        assertThat(host.nextRequestId("www.harbour.example")).isEqualTo("www.harbour.example#2");
    }

    private static FetchOutcome ended(Result result, int status, long retryAfter, long at) {
        return FrontierFixture.outcome(REQUEST, result, status, at)
                .retryAfter(retryAfter)
                .build();
    }
}
