package io.copydesk.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusedUrlsTest {

    private final FetchSettings settings = FetchSettings.defaults();

    @Test
    void saysWhichSettingAllowsLoopback() {
        for (String url : new String[] {"http://127.0.0.1/f.xml", "http://localhost/f.xml", "http://[::1]/f.xml"}) {
            assertThat(RefusedUrls.reason(url, settings).orElseThrow())
                    .as(url)
                    .contains("no public address")
                    .contains("fetch.allow-loopback");
        }
    }

    @Test
    void saysThatPrivateAddressesAreRefusedInAnyCase() {
        assertThat(RefusedUrls.reason("http://192.168.1.10/f.xml", settings).orElseThrow())
                .contains("no public address")
                .doesNotContain("allow-loopback");
    }

    @Test
    void namesTheSettingOfPorts() {
        assertThat(RefusedUrls.reason("http://news.example:8100/f.xml", settings)
                        .orElseThrow())
                .contains("8100")
                .contains("fetch.ports");
    }

    @Test
    void hasNothingAgainstHostsThatOnlyALookUpCouldJudge() {
        assertThat(RefusedUrls.reason("https://news.example/f.xml", settings)).isEmpty();
        assertThat(RefusedUrls.reason("https://8.8.8.8/f.xml", settings)).isEmpty();
    }
}
