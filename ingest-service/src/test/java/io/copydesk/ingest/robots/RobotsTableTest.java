package io.copydesk.ingest.robots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class RobotsTableTest {

    @Test
    void decidesEveryCaseOfTheTable() throws IOException {
        List<String> rows;
        try (InputStream in = RobotsTableTest.class.getResourceAsStream("robots-cases.tsv")) {
            rows = new String(in.readAllBytes(), UTF_8).lines().skip(1).toList();
        }
        assertThat(rows).hasSizeGreaterThanOrEqualTo(150);
        SoftAssertions cases = new SoftAssertions();
        for (String row : rows) {
            String[] cells = row.split("\t");
            byte[] file = unescaped(cells[0]).getBytes(UTF_8);
            cases.assertThat(RobotsPolicy.parse(file, cells[2]).allows(unescaped(cells[1])))
                    .as(row)
                    .isEqualTo(cells[3].equals("allowed"));
        }
        cases.assertAll();
    }

    @Test
    void readsTheFirstDelayOfTheOwnGroupAndResolvesSitemaps() {
        byte[] file = """
                Site-map: /maps/news.xml
                User-agent: *
                Crawl-delay: 60
                User-agent: Ferry
                Crawl-delay: soon
                Crawl-delay: 1.5
                Crawl-delay: 9
                Disallow: /a
                """.getBytes(UTF_8);
        RobotsPolicy policy = RobotsPolicy.parse(file, "Ferry", "https://harbour.example/robots.txt");

        assertThat(policy.crawlDelay()).hasValue(Duration.ofMillis(1500));
        assertThat(policy.sitemaps()).containsExactly("https://harbour.example/maps/news.xml");
    }

    @Test
    void aLineWithoutEndIsReadToItsLimitAndAFileTooMuchIsNotRead() {
        String path = "/" + "x".repeat(17_000);
        byte[] longLine = ("User-agent: *\nDisallow: " + path + "y\n").getBytes(UTF_8);
        byte[] longFile = ("#".repeat(RobotsPolicy.MAX_BYTES) + "\nUser-agent: *\nDisallow: /\n").getBytes(UTF_8);

        assertThat(RobotsPolicy.parse(longLine, "Ferry").allows("https://harbour.example" + path))
                .isFalse();
        assertThat(RobotsPolicy.parse(longFile, "Ferry").allows("https://harbour.example/a"))
                .isTrue();
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\t", "\t")
                .replace("\\0", "\0")
                .replace("\\uFEFF", "\ufeff")
                .replace("\\u00e9", "\u00e9");
    }
}
