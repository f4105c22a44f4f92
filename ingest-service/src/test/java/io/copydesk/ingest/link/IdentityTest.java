package io.copydesk.ingest.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which URLs have the same key, and which, though close, have another one. */
class IdentityTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            http://quay.example/a,                        https://quay.example/a
            https://www.quay.example/a,                   https://quay.example/a
            https://www.www.quay.example/a,               https://quay.example/a
            https://m.quay.example/a,                     https://quay.example/a
            https://amp.mobile.news.quay.example/a,       https://news.quay.example/a
            https://quay.example./a,                      https://quay.example/a
            https://quay.example/a/,                      https://quay.example/a
            https://quay.example/a/amp/,                  https://quay.example/a
            https://quay.example/amp/a,                   https://quay.example/a
            https://quay.example/a.amp,                   https://quay.example/a
            https://quay.example/a.amp.html,              https://quay.example/a.html
            https://quay.example/%7Ea%2fb,                https://quay.example/~a%2Fb
            https://quay.example/a?,                      https://quay.example/a
            https://quay.example/a?utm_source=x&b=1&&,    https://quay.example/a?b=1
            https://www.quay-example.cdn.ampproject.org/c/s/quay.example/amp/a, https://quay.example/a
            https://cdn.ampproject.org/v/quay.example/a?b=1, https://quay.example/a?b=1
            https://www.google.de/amp/s/m.quay.example/a, https://quay.example/a
            """)
    void variantsOfAPageHaveItsKey(String variant, String key) {
        assertThat(key(variant)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://quay.example/a,           https://quay.example/A
            https://quay.example/a?b=1&b=2,   https://quay.example/a?b=2&b=1
            https://quay.example/a?b,         https://quay.example/a
            https://quay.example:8443/a,      https://quay.example/a
            http://quay.example:8080/a,       https://quay.example:8080/a
            https://news.quay.example/a,      https://quay.example/a
            https://www2.quay.example/a,      https://quay.example/a
            https://mobil.quay.example/a,     https://quay.example/a
            https://quay.example/a/amplifier, https://quay.example/a
            https://quay.example/a.amp/b,     https://quay.example/a/b
            https://quay.example/.amp,        https://quay.example/
            https://quay.example/a%2Fb,       https://quay.example/a/b
            https://cdn.ampproject.org/c/a,   https://a/
            """)
    void otherPagesHaveOtherKeys(String url, String other) {
        assertThat(key(url)).isNotEqualTo(key(other));
    }

    @Test
    void aRegistrableDomainIsKeptThoughItLooksLikeAVariant() {
        assertThat(key("https://m.example/a")).isEqualTo("https://m.example/a");
        assertThat(key("https://www.example/a")).isEqualTo("https://www.example/a");
        assertThat(key("https://amp.co.uk/a")).isEqualTo("https://amp.co.uk/a");
        assertThat(key("https://m.amp.co.uk/a")).isEqualTo("https://amp.co.uk/a");
    }

    @Test
    void anAddressIsNoNameWithVariants() {
        assertThat(key("http://127.0.0.1/a")).isEqualTo("https://127.0.0.1/a");
        assertThat(key("http://[::1]:80/a/")).isEqualTo("https://[::1]/a");
    }

    @Test
    void theAddressToFetchKeepsWhatTheKeyDrops() {
        assertThat(UrlKey.of("http://www.quay.example/a/?utm_source=x#top"))
                .isEqualTo(new UrlKey.Key("http://www.quay.example/a/?utm_source=x", "https://quay.example/a"));
    }

    @Test
    void bothCasesOfATargetAreFolded() {
        assertThat(UrlKey.of("https://quay.example/").<String>fold(UrlKey.Key::key, reason -> "refused: " + reason))
                .isEqualTo("https://quay.example/");
        assertThat(UrlKey.of("mailto:a@quay.example").<String>fold(UrlKey.Key::key, reason -> "refused: " + reason))
                .isEqualTo("refused: scheme");
    }

    private static String key(String url) {
        return UrlKey.of(url).fold(UrlKey.Key::key, reason -> {
            throw new AssertionError(reason + ": " + url);
        });
    }
}
