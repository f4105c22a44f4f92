package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlsTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.harbour.example/a/b, www.harbour.example, https://www.harbour.example",
        "https://harbour.example, harbour.example, https://harbour.example",
        "https://harbour.example./a, harbour.example, https://harbour.example.",
        "http://harbour.example:8080/a:b, harbour.example:8080, http://harbour.example:8080",
        "http://harbour.example.:8080/, harbour.example:8080, http://harbour.example.:8080",
        "http://[2001:db8::1]/a, [2001:db8::1], http://[2001:db8::1]",
        "http://[2001:db8::1]:81/a, [2001:db8::1]:81, http://[2001:db8::1]:81"
    })
    void hostAndOriginAreTheUnitsOfPolitenessAndOfRobotsTxt(String url, String host, String origin) {
        assertThat(Urls.host(url)).isEqualTo(host);
        assertThat(Urls.origin(url)).isEqualTo(origin);
        assertThat(Urls.robots(url)).isEqualTo(origin + "/robots.txt");
    }
}
