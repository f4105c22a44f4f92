package io.copydesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.FetchOutcome.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchOutcomeTest {

    private static final FetchRequest REQUEST =
            new FetchRequest("h#2", "https://h.example/b", FetchTarget.FEED, null, null, null, 7);

    @ParameterizedTest
    @CsvSource({
        "bad-url, BAD_URL",
        "forbidden-address, FORBIDDEN_ADDRESS",
        "dns, DNS",
        "connect, CONNECT",
        "tls, TLS",
        "deadline, DEADLINE",
        "reset, RESET",
        "truncated, TRUNCATED",
        "too-large, TOO_LARGE",
        "malformed, MALFORMED",
        "content-encoding, CONTENT_ENCODING",
        "bad-redirect, BAD_REDIRECT",
        "closed, CLOSED",
        "robots, ROBOTS",
        "too-many-redirects, TOO_MANY_REDIRECTS",
        "http-status, HTTP_STATUS"
    })
    void reasonsKeepTheirLabelsInJson(String label, FailureReason reason) throws IOException {
        FetchOutcome failed =
                FetchOutcome.builder(REQUEST, Result.FAILED, 9).reason(reason).build();

        assertThat(Json.line(failed)).contains("\"reason\":\"" + label + "\"");
        assertThat(Json.read(Json.bytes(failed), FetchOutcome.class).reason()).isEqualTo(reason);
    }

    @Test
    void aReasonOfALaterVersionIsReadAsOther() throws IOException {
        String json = Json.line(FetchOutcome.builder(REQUEST, Result.FAILED, 9)
                        .reason(FailureReason.DNS)
                        .build())
                .replace("\"dns\"", "\"quota\"");

        assertThat(Json.read(json.getBytes(StandardCharsets.UTF_8), FetchOutcome.class)
                        .reason())
                .isEqualTo(FailureReason.OTHER);
    }

    @Test
    void aRelayedOutcomeAnswersTheFirstRequestWithAllThatTheLastOneBrought() {
        byte[] body = {1, 2};
        FetchOutcome last = FetchOutcome.builder(REQUEST, Result.FETCHED, 9)
                .status(200)
                .reason(FailureReason.OTHER)
                .location("https://h.example/unused")
                .etag("\"e\"")
                .lastModified("Mon, 02 Mar 2026 08:00:00 GMT")
                .contentType("text/xml")
                .retryAfter(11)
                .freshUntil(12)
                .digest("d")
                .body(body)
                .hubLink("https://hub.example/")
                .selfLink("https://h.example/self")
                .cookies(List.of(new SetCookie("https://h.example/b", "a=1")))
                .build();

        FetchOutcome relayed = last.relayed(new Hop("https://g.example/a", "g#1", FetchTarget.ROBOTS, true));

        assertThat(relayed)
                .isEqualTo(new FetchOutcome(
                        "g#1",
                        "https://g.example/a",
                        FetchTarget.ROBOTS,
                        Result.FETCHED,
                        200,
                        FailureReason.OTHER,
                        "https://h.example/b",
                        true,
                        "\"e\"",
                        "Mon, 02 Mar 2026 08:00:00 GMT",
                        "text/xml",
                        11,
                        12,
                        "d",
                        body,
                        9,
                        "https://hub.example/",
                        "https://h.example/self",
                        null,
                        null));
    }
}
