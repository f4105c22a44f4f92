package io.copydesk.ingest.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.page.Site;
import io.copydesk.ingest.robots.RobotsPolicy;
import io.copydesk.schemas.fuzz.Fuzz;
import io.copydesk.schemas.fuzz.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;

class UrlFuzzTest {

    private static final List<byte[]> URLS = Fuzz.texts(
            "HTTP://user:pw@m.Harbour.example:80/a/../ferry/./?utm_source=x&b=%7e&&c#top",
            "https://www.bücher.example./%2e%2E/ä%zz?q=' \"<>`{}|^\\",
            "http://[2001:db8::192.0.2.1]:8080/x;y=z",
            "http://0x7f.1/amp/a.amp.html?amp",
            "//cdn.ampproject.org/c/s/www.quay.example/amp/a?x=1",
            "https://www.google.de/amp/s/amp.m.www.quay.example/a.amp",
            "?x=y",
            "../a//b/",
            "https:foo/bar",
            "https://xn--bcher-kva.example:00443/");

    private static final List<byte[]> ROBOTS =
            Fuzz.texts("""
            # comment
            User-agent: *
            Disallow: /private/*.html$
            Allow: /private/ä%20b?c=
            Crawl-delay: 2.5

            User-Agent: Copydesk/1.0
            disallow : /a**b*c*d*e*f*g$
            Sitemap: /sitemap.xml
            sitemap:https://quay.example/s.xml#x
            """, "\ufeffuser-agent:*\rdisallow:/\rAllow: *a*a*a*a*a*a*a*a$");

    private static final String LONG_PATH = "https://harbour.example/" + "a".repeat(2_000) + "?q=ä";

    @Test
    void addressAndKeyAreFixedPointsInPrintableAscii() {
        new Fuzz("urls", getClass(), URLS).rounds(10_000, bytes -> {
            String text = new String(bytes, bytes.length % 4 == 0 ? ISO_8859_1 : UTF_8);
            check(UrlKey.of(text));
            check(UrlKey.resolve("https://harbour.example/a/b?c=d", text));
            check(UrlKey.resolve(text, "../x?y"));
            assertThat(Site.of(text)).isNotNull();
        });
    }

    @Test
    void robotsFilesAnswerForAnyUrl() {
        new Fuzz("robots", getClass(), ROBOTS).rounds(1_000, bytes -> {
            RobotsPolicy policy = RobotsPolicy.parse(bytes, "Copydesk", "https://harbour.example/robots.txt");
            assertThat(policy.allows("https://harbour.example/robots.txt")).isTrue();
            policy.allows(LONG_PATH);
            policy.allows(new String(bytes, UTF_8));
            policy.crawlDelay()
                    .ifPresent(delay -> assertThat(delay.isNegative()).isFalse());
            policy.sitemaps().forEach(url -> assertThat(key(url).url()).isEqualTo(url));
        });
    }

    private static void check(UrlKey target) {
        target.fold(
                found -> {
                    asciiOnly(found.url());
                    asciiOnly(found.key());
                    if (found.url().length() <= UrlKey.MAX_LENGTH) {
                        assertThat(key(found.url())).isEqualTo(found);
                    }
                    if (found.key().length() <= UrlKey.MAX_LENGTH) {
                        assertThat(key(found.key()).key()).isEqualTo(found.key());
                    }
                    return true;
                },
                reason -> assertThat(reason).matches("empty|too-long|relative|scheme|host|port") != null);
    }

    private static void asciiOnly(String url) {
        Texts.line(url);
        assertThat(url).matches("https?://[!-~]+");
    }

    private static UrlKey.Key key(String url) {
        return UrlKey.of(url).fold(found -> found, reason -> {
            throw new AssertionError("refused (" + reason + "): " + url);
        });
    }
}
