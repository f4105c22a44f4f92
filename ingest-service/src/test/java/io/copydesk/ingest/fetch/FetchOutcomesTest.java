package io.copydesk.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.page.Header;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Gzip;
import io.copydesk.schemas.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetchOutcomesTest {

    private static final long NOW = 1_772_438_400_000L;
    private static final byte[] BODY = "<rss/>".getBytes(UTF_8);
    private static final String DIGEST = Sha256.hex(BODY).substring(0, 32);

    @Test
    void aNewFeedBringsItsBodyAndItsValidators() {
        FetchOutcome outcome = FetchOutcomes.of(
                request(FetchTarget.FEED, null),
                fetched(
                        BODY,
                        new Header("ETag", "\"b\""),
                        new Header("Last-Modified", "yesterday"),
                        new Header("Content-Type", "text/xml")),
                NOW);

        assertThat(outcome.result()).isEqualTo(Result.FETCHED);
        assertThat(outcome.requestId()).isEqualTo("h#1");
        assertThat(outcome.status()).isEqualTo(200);
        assertThat(outcome.digest()).isEqualTo(DIGEST);
        assertThat(Gzip.unpack(outcome.body(), 100)).isEqualTo(BODY);
        assertThat(outcome.etag()).isEqualTo("\"b\"");
        assertThat(outcome.lastModified()).isEqualTo("yesterday");
        assertThat(outcome.contentType()).isEqualTo("text/xml");
        assertThat(outcome.at()).isEqualTo(NOW);
    }

    @Test
    void aFeedBringsTheHubAndTheTopicThatItsResponseNames() {
        Header links = new Header("Link", "</hub>; rel=hub, <https://a.example/all>; rel=self");

        FetchOutcome feed = FetchOutcomes.of(request(FetchTarget.FEED, null), fetched(BODY, links), NOW);
        FetchOutcome page = FetchOutcomes.of(request(FetchTarget.PAGE, null), fetched(BODY, links), NOW);

        assertThat(feed.hubLink()).endsWith("/hub").startsWith("http");
        assertThat(feed.selfLink()).isEqualTo("https://a.example/all");
        assertThat(page.hubLink()).isNull();
        assertThat(page.selfLink()).isNull();
    }

    @Test
    void aBodyThatIsKnownIsNotSentAgain() {
        FetchOutcome outcome = FetchOutcomes.of(request(FetchTarget.FEED, DIGEST), fetched(BODY), NOW);

        assertThat(outcome.result()).isEqualTo(Result.UNCHANGED);
        assertThat(outcome.digest()).isEqualTo(DIGEST);
        assertThat(outcome.body()).isNull();
    }

    @Test
    void aPageHasADigestButNoBody() {
        FetchOutcome outcome = FetchOutcomes.of(request(FetchTarget.PAGE, null), fetched(BODY), NOW);

        assertThat(outcome.result()).isEqualTo(Result.FETCHED);
        assertThat(outcome.digest()).isEqualTo(DIGEST);
        assertThat(outcome.body()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<meta http-equiv=Refresh content='0; url=/news/1'><a href=/news/1>Go on</a> | https://harbour.example/news/1",
                "<META HTTP-EQUIV=\"refresh\" CONTENT=\"3;URL='https://quay.example/a?b=1'\"> | https://quay.example/a?b=1"
            })
    void aPageThatOnlyLeadsToAnotherIsARedirect(String html, String target) {
        FetchOutcome outcome =
                FetchOutcomes.of(pageAt("https://harbour.example/alert?x=1"), fetched(html.getBytes(UTF_8)), NOW);

        assertThat(outcome.result()).isEqualTo(Result.MOVED);
        assertThat(outcome.location()).isEqualTo(target);
        assertThat(outcome.permanentlyMoved()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta http-equiv=refresh content='600; url=/'><p>A page that is shown for ten minutes.",
                "<meta http-equiv=refresh content='5'>",
                "<meta http-equiv=refresh content='0; url=/alert?x=1'>",
                "<meta http-equiv=refresh content='0; url=javascript:alert(1)'>",
                "<noscript><meta http-equiv=refresh content='0; url=/plain'></noscript>"
            })
    void anOtherPageWithARefreshIsRead(String html) {
        assertThat(FetchOutcomes.of(pageAt("https://harbour.example/alert?x=1"), fetched(html.getBytes(UTF_8)), NOW)
                        .result())
                .isEqualTo(Result.FETCHED);
    }

    @Test
    void anArticleThatLeadsOnIsRead() {
        String html = "<meta http-equiv=refresh content='9; url=/front'><p>" + "The ferry is late. ".repeat(20);

        assertThat(FetchOutcomes.of(pageAt("https://harbour.example/a"), fetched(html.getBytes(UTF_8)), NOW)
                        .result())
                .isEqualTo(Result.FETCHED);
    }

    private static FetchRequest pageAt(String url) {
        return new FetchRequest("h#1", url, FetchTarget.PAGE, null, null, null, NOW);
    }

    @Test
    void aBodyTooLargeForItsTopicIsAFailureOfFeedsOnly() {
        byte[] incompressible = new byte[12 * 1024 * 1024];
        new Random(1).nextBytes(incompressible);

        FetchOutcome feed = FetchOutcomes.of(request(FetchTarget.FEED, null), fetched(incompressible), NOW);
        FetchOutcome page = FetchOutcomes.of(request(FetchTarget.PAGE, null), fetched(incompressible), NOW);

        assertThat(feed.result()).isEqualTo(Result.FAILED);
        assertThat(feed.reason()).isEqualTo(FailureReason.TOO_LARGE);
        assertThat(feed.body()).isNull();
        assertThat(page.result()).isEqualTo(Result.FETCHED);
    }

    @Test
    void notModifiedKeepsTheValidatorThatWasSentUnlessThereIsANewOne() {
        FetchRequest request = request(FetchTarget.FEED, DIGEST);

        assertThat(FetchOutcomes.of(request, notModified(), NOW).etag()).isEqualTo("\"a\"");
        assertThat(FetchOutcomes.of(request, notModified(new Header("ETag", "\"c\"")), NOW)
                        .etag())
                .isEqualTo("\"c\"");
        assertThat(FetchOutcomes.of(request, fetched(BODY), NOW).etag()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"Retry-After, 60, 60000, 0", "Cache-Control, max-age=60, 0, 60000", "Cache-Control, no-cache, 0, 0"})
    void waitsBecomeTimes(String name, String value, long retryAfter, long freshUntil) {
        FetchOutcome outcome = FetchOutcomes.of(
                request(FetchTarget.FEED, null),
                new FetchResult.Denied(
                        503, List.of(new Header(name, value)), new byte[0], Instant.EPOCH, Duration.ZERO),
                NOW);

        assertThat(outcome.result()).isEqualTo(Result.DENIED);
        assertThat(outcome.status()).isEqualTo(503);
        assertThat(outcome.retryAfter()).isEqualTo(retryAfter == 0 ? 0 : NOW + retryAfter);
        assertThat(outcome.freshUntil()).isEqualTo(freshUntil == 0 ? 0 : NOW + freshUntil);
    }

    @Test
    void aRedirectSaysWhereToAndAFailureWhy() {
        FetchRequest request = request(FetchTarget.ROBOTS, null);

        FetchOutcome moved = FetchOutcomes.of(
                request,
                new FetchResult.Moved(308, "https://g.example/", List.of(), Instant.EPOCH, Duration.ZERO),
                NOW);
        FetchOutcome failed = FetchOutcomes.of(
                request,
                new FetchResult.Failed(FailureReason.TLS, "bad certificate", Instant.EPOCH, Duration.ZERO),
                NOW);

        assertThat(moved.result()).isEqualTo(Result.MOVED);
        assertThat(moved.status()).isEqualTo(308);
        assertThat(moved.location()).isEqualTo("https://g.example/");
        assertThat(failed.result()).isEqualTo(Result.FAILED);
        assertThat(failed.status()).isZero();
        assertThat(failed.reason()).isEqualTo(FailureReason.TLS);
    }

    private static FetchRequest request(FetchTarget target, String digest) {
        return new FetchRequest("h#1", "https://h.example/a", target, "\"a\"", null, digest, NOW);
    }

    private static FetchResult fetched(byte[] body, Header... headers) {
        return new FetchResult.Fetched(200, List.of(headers), body, body, false, Instant.EPOCH, Duration.ZERO);
    }

    private static FetchResult notModified(Header... headers) {
        return new FetchResult.NotModified(List.of(headers), Instant.EPOCH, Duration.ZERO);
    }
}
