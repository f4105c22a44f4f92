package io.copydesk.ingest.robots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsPolicyTest {

    private static final String ROBOTS = """
            \ufeff# Harbour
            User-agent: *
            Disallow: /private
            Allow: /private/open
            Disallow: /*.pdf$
            Disallow: /same
            Allow: /same

            user-agent: copydesk
            user-agent: otherbot
            Disallow: /desk   # only we
            Crawl-delay: 2

            User-Agent: CopyDesk
            Disallow: /second

            User-agent: lonely
            Disallow:

            Sitemap: https://harbour.example/sitemap.xml
            """;

    @ParameterizedTest
    @CsvSource({
        "somebot, /, true",
        "somebot, /private/x, false",
        "somebot, /privateer, false",
        "somebot, /private/open/x, true",
        "somebot, /a/b.pdf, false",
        "somebot, /a/b.pdf?x=1, true",
        "somebot, /same/x, true",
        "somebot, /desk, true",
        "somebot, /%70rivate/x, false",
        "somebot, /robots.txt, true",
        "Copydesk, /desk/1, false",
        "Copydesk/1.0 (+https://copydesk.example/), /desk/1, false",
        "copydesk, /second, false",
        "copydesk, /private, true",
        "otherbot, /desk, false",
        "otherbot, /second, true",
        "lonely, /private, true"
    })
    void followsTheMostSpecificGroupAndRule(String agent, String path, boolean allowed) {
        RobotsPolicy policy = RobotsPolicy.parse(ROBOTS.getBytes(UTF_8), agent);

        assertThat(policy.allows("https://harbour.example" + path)).isEqualTo(allowed);
    }

    @Test
    void tellsTheDelayAndTheSitemaps() {
        RobotsPolicy ours = RobotsPolicy.parse(ROBOTS.getBytes(UTF_8), "Copydesk");

        assertThat(ours.crawlDelay()).hasValue(Duration.ofSeconds(2));
        assertThat(ours.sitemaps()).containsExactly("https://harbour.example/sitemap.xml");
        assertThat(RobotsPolicy.parse(ROBOTS.getBytes(UTF_8), "somebot").crawlDelay())
                .isEmpty();
    }

    @Test
    void aLongDelayForbidsNothing() {
        RobotsPolicy policy = RobotsPolicy.parse("User-agent: *\nCrawl-delay: 86400\n".getBytes(UTF_8), "Copydesk");

        assertThat(policy.allows("https://harbour.example/x")).isTrue();
        assertThat(policy.crawlDelay()).hasValue(Duration.ofDays(1));
    }

    @Test
    void anEmptyFileAllowsAllAndWhatIsNoUrlIsNotAllowed() {
        RobotsPolicy policy = RobotsPolicy.parse(new byte[0], "Copydesk");

        assertThat(policy.allows("https://harbour.example/x")).isTrue();
        assertThat(policy.allows("not a url")).isFalse();
        assertThat(policy.allows(null)).isFalse();
    }

    @Test
    void nothingMakesItThrow() {
        Random random = new Random(1);
        byte[] sound = ROBOTS.repeat(3).getBytes(UTF_8);
        int allowed = 0;
        for (int round = 0; round < 500; round++) {
            byte[] bytes = sound.clone();
            for (int i = 0; i < 60; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            allowed += RobotsPolicy.parse(bytes, "Copydesk").allows("https://harbour.example/desk") ? 1 : 0;
        }
        assertThat(allowed).isBetween(1, 499);
        assertThat(RobotsPolicy.parse(new byte[5_000_000], "x").allows("https://harbour.example/"))
                .isTrue();
        String evil = "User-agent: *\nDisallow: /" + "*a".repeat(5_000) + "$\n";
        assertThat(RobotsPolicy.parse(evil.getBytes(UTF_8), "x").allows("https://harbour.example/" + "a".repeat(4_000)))
                .isTrue();
    }
}
