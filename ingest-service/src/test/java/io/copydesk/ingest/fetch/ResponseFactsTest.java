package io.copydesk.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.page.Header;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseFactsTest {

    private static final Instant NOW = Instant.parse("2026-03-03T07:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "120 | PT2M",
                "0 | PT0S",
                "99999999999999999999 | PT720H",
                "9999999 | PT720H",
                "Tue, 03 Mar 2026 07:05:00 GMT | PT5M",
                "Tuesday, 03-Mar-26 07:05:00 GMT | PT5M",
                "Tue Mar  3 07:05:00 2026 | PT5M",
                "Tue, 3 Mar 2026 07:05:00 UTC | PT5M",
                "Mon, 02 Mar 2026 07:05:00 GMT | PT0S",
                "Sunday, 06-Nov-94 08:49:37 GMT | PT0S",
                "Sat, 31 Dec 9999 23:59:60 GMT | PT720H",
                "Tue, 33 Mar 2026 07:05:00 GMT | -",
                "-5 | -",
                "soon | -",
                "12.5 | PT13S",
                "'' | -"
            })
    void retryAfterIsReadInAllItsForms(String value, Duration expected) {
        assertThat(facts("Retry-After", value).retryAfter(NOW).orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "max-age=600 | PT10M",
                "public, Max-Age=\"60\", s-maxage=9 | PT1M",
                "max-age=600, no-store | PT0S",
                "no-cache=\"Set-Cookie\" | PT0S",
                "max-age=999999999999 | PT720H",
                "max-age=x | -",
                "public | -"
            })
    void maxAgeIsWhatCacheControlSays(String value, Duration expected) {
        assertThat(facts("cache-control", value).maxAge().orElse(null)).isEqualTo(expected);
    }

    @Test
    void validatorsAreGivenAsTheyStand() {
        ResponseFacts facts = ResponseFacts.of(List.of(
                new Header("eTag", "W/\"a b\""),
                new Header("LAST-MODIFIED", "whenever"),
                new Header("Content-Type", "text/xml; charset=x")));

        assertThat(facts.etag()).contains("W/\"a b\"");
        assertThat(facts.lastModified()).contains("whenever");
        assertThat(facts.contentType()).contains("text/xml; charset=x");
    }

    @Test
    void whatCannotBeSentBackIsNoValidator() {
        assertThat(facts("ETag", "a".repeat(2000)).etag()).isEmpty();
        assertThat(facts("ETag", "\"a\u0000\"").etag()).isEmpty();
        assertThat(facts("ETag", " ").etag()).isEmpty();
        assertThat(ResponseFacts.of(List.of()).retryAfter(NOW)).isEmpty();
    }

    private static ResponseFacts facts(String name, String value) {
        return ResponseFacts.of(List.of(new Header(name, value)));
    }
}
