package io.copydesk.ingest.robots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsAnswerTest {

    private static final String ROBOTS = "https://harbour.example/robots.txt";
    private static final String PAGE = "https://harbour.example/news/1";

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 428, 430, 499})
    void aClientErrorMeansThatThereAreNoRules(int status) {
        RobotsPolicy policy = RobotsAnswer.ofStatus(status).policy("Copydesk", ROBOTS);

        assertThat(policy.allows(PAGE)).isTrue();
        assertThat(policy.sitemaps()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 304, 399, 429, 500, 503, 599})
    void anyOtherStatusMeansThatNothingIsAllowedForNow(int status) {
        RobotsAnswer answer = RobotsAnswer.ofStatus(status);

        assertThat(answer.policy("Copydesk", ROBOTS).allows(PAGE)).isFalse();
        assertThat(answer.policy("Copydesk", ROBOTS).allows("https://harbour.example/"))
                .isFalse();
        assertThat(answer.policy("Copydesk", ROBOTS).allows(ROBOTS)).isTrue();
        assertThat(answer.<String>fold(body -> "document", () -> "absent", detail -> detail))
                .isEqualTo("HTTP " + status);
    }

    @Test
    void noResponseMeansThatNothingIsAllowedForNow() {
        assertThat(RobotsAnswer.ofFailure("dns").policy("Copydesk", ROBOTS).allows(PAGE))
                .isFalse();
    }

    @Test
    void tooManyRedirectsMeanThatThereAreNoRules() {
        assertThat(RobotsAnswer.ofTooManyRedirects().policy("Copydesk", ROBOTS).allows(PAGE))
                .isTrue();
    }

    @Test
    void aDocumentHoldsForTheCrawlerThatItNames() {
        RobotsAnswer answer =
                RobotsAnswer.ofDocument("User-agent: Copydesk\nDisallow: /news/\nSitemap: /map.xml\n".getBytes(UTF_8));

        assertThat(answer.policy("Copydesk", ROBOTS).allows(PAGE)).isFalse();
        assertThat(answer.policy("AcmeBot", ROBOTS).allows(PAGE)).isTrue();
        assertThat(answer.policy("Copydesk", ROBOTS).sitemaps()).containsExactly("https://harbour.example/map.xml");
    }
}
