package io.copydesk.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteTest {

    @ParameterizedTest
    @CsvSource({
        "https://news.harbour.co.uk/a?b=c, harbour.co.uk",
        "http://Harbour.CO.UK.:8080/, harbour.co.uk",
        "https://me@www.harbour.com, harbour.com",
        "https://orsk.github.io/x, orsk.github.io",
        "https://news.bücher.de/, xn--bcher-kva.de",
        "https://127.0.0.1:9000/x, 127.0.0.1",
        "'https://[2001:db8::1]:80/x', '[2001:db8::1]'",
        "http://localhost:8080/feed, localhost",
        "'http://www.harbour.com:8080/a[1]?b=c:d', harbour.com",
        "http://harbour.example/, harbour.example",
        "http://www.harbour.example/, harbour.example",
        "http://a.b.harbour.example/, harbour.example",
        "http://github.io/, github.io",
        "http://intranet/, intranet",
        "file:///a/b.html, local",
        "about:blank, local",
        "no url at all, local",
        "'', local",
        "https://, local",
        "https:///x.example/, x.example",
        "https://?@:/, local"
    })
    void isTheRegistrableDomain(String url, String site) {
        assertThat(Site.of(url)).isEqualTo(site);
    }

    @Test
    void isLocalWithoutUrl() {
        assertThat(Site.of(null)).isEqualTo(Site.LOCAL);
        assertThat(Site.of("http://" + "a".repeat(100_000) + "/")).isEqualTo(Site.LOCAL);
    }
}
