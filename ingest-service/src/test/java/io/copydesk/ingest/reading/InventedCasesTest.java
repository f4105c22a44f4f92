package io.copydesk.ingest.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.extraction.charset.TextDecoder;
import io.copydesk.ingest.archive.ArchiveItem;
import io.copydesk.ingest.archive.ArchiveReader;
import io.copydesk.ingest.discovery.Discovery;
import io.copydesk.ingest.feed.FeedDate;
import io.copydesk.ingest.feed.FeedDocument.Hints;
import io.copydesk.ingest.feed.FeedParser;
import io.copydesk.ingest.fetch.ResponseFacts;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.page.Header;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.reading.InventedCases.Case;
import io.copydesk.ingest.robots.RobotsPolicy;
import io.copydesk.ingest.sitemap.SitemapParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read of inputs that were invented before the readers were looked at, with the right answers. */
class InventedCasesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SITE = "https://quay.example/";

    static List<Case> feeds() {
        return InventedCases.of("feed.txt");
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void readsFeeds(Case test) {
        JsonNode read = FeedParser.parse(
                        test.bytes(),
                        test.option("url", SITE + "f"),
                        test.options().get("type"))
                .fold(
                        feed -> {
                            ObjectNode json = MAPPER.valueToTree(feed);
                            json.set("hints", hints(feed.hints()));
                            return json;
                        },
                        refused -> MAPPER.createObjectNode().put("refused", refused));
        compare(test, read);
    }

    private static ObjectNode hints(Hints hints) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("ttl", Objects.toString(hints.ttl(), null));
        json.put("updateInterval", Objects.toString(hints.updateInterval(), null));
        json.put("hubLink", hints.hubLink());
        json.put("selfLink", hints.selfLink());
        json.put("siteLink", hints.siteLink());
        json.set(
                "skipHours",
                MAPPER.valueToTree(hints.skipHours().stream().sorted().toList()));
        json.set(
                "skipDays",
                MAPPER.valueToTree(hints.skipDays().stream().sorted().toList()));
        return json;
    }

    static List<Case> sitemaps() {
        return InventedCases.of("sitemap.txt");
    }

    @ParameterizedTest
    @MethodSource("sitemaps")
    void readsSitemaps(Case test) {
        compare(
                test,
                SitemapParser.parse(test.bytes(), SITE + "sitemap.xml")
                        .fold(
                                MAPPER::<JsonNode>valueToTree,
                                refused -> MAPPER.createObjectNode().put("refused", refused)));
    }

    static List<Case> discoveries() {
        return InventedCases.of("discovery.txt");
    }

    @ParameterizedTest
    @MethodSource("discoveries")
    void findsFeedsOfPages(Case test) {
        compare(test, MAPPER.valueToTree(Discovery.feedsOf(test.bytes(), SITE)));
    }

    static List<Case> robots() {
        return InventedCases.of("robots.txt");
    }

    @ParameterizedTest
    @MethodSource("robots")
    void obeysRobots(Case test) {
        RobotsPolicy policy = RobotsPolicy.parse(test.bytes(), "Copydesk", SITE + "robots.txt");
        SoftAssertions all = new SoftAssertions();
        for (String line : test.right()) {
            String[] parts = line.split(" = ", 2);
            String read = switch (parts[0]) {
                case "delay" -> policy.crawlDelay().map(Object::toString).orElse("-");
                case "sitemaps" -> policy.sitemaps().toString();
                default -> policy.allows(SITE + parts[0].substring(1)) ? "yes" : "no";
            };
            all.assertThat(read).as(parts[0]).isEqualTo(parts[1]);
        }
        all.assertAll();
    }

    static List<Case> charsets() {
        return InventedCases.of("charset.txt");
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void decodesPages(Case test) {
        byte[] start = " ".repeat(Integer.parseInt(test.option("pad", "0"))).getBytes(UTF_8);
        byte[] bytes = new byte[start.length + test.bytes().length];
        System.arraycopy(start, 0, bytes, 0, start.length);
        System.arraycopy(test.bytes(), 0, bytes, start.length, test.bytes().length);

        assertThat(TextDecoder.decode(bytes, test.options().get("http")))
                .contains(test.right().get(0));
    }

    static List<Case> answers() {
        return InventedCases.of("http.txt");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void readsFieldsOfResponses(Case test) {
        List<Header> headers = test.text()
                .lines()
                .map(line -> line.split(": ", 2))
                .map(field -> new Header(field[0], field[1]))
                .toList();
        ResponseFacts facts = ResponseFacts.of(headers);
        SoftAssertions all = new SoftAssertions();
        for (String line : test.right()) {
            String[] parts = line.split(" = ", 2);
            Object read = switch (parts[0]) {
                case "retryAfter" ->
                    facts.retryAfter(Instant.parse("2026-03-03T07:08:09Z"))
                            .<Object>map(x -> x)
                            .orElse("-");
                case "maxAge" -> facts.maxAge().<Object>map(x -> x).orElse("-");
                default -> facts.link(parts[0], SITE).orElse("-");
            };
            all.assertThat(read.toString()).as(parts[0]).isEqualTo(parts[1]);
        }
        all.assertAll();
    }

    static Stream<String> dates() {
        return InventedCases.lines("dates.txt").stream().filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("dates")
    void readsDates(String line) {
        String[] parts = line.split(" = ", 2);
        boolean tagged = parts[0].startsWith("[");
        String language = tagged ? parts[0].substring(1, parts[0].indexOf(']')) : null;
        String date = tagged ? parts[0].substring(parts[0].indexOf(']') + 2) : parts[0];

        assertThat(FeedDate.parse(date, language).orElse("refused")).isEqualTo(parts[1]);
    }

    static Stream<String> urls() {
        return InventedCases.lines("url.txt").stream().filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("urls")
    void knowsAddresses(String line) {
        String[] parts = line.translateEscapes().split(" (?=[=!>] |refused$)", 2);
        UrlKey url = UrlKey.of(parts[0]);
        if (parts[1].equals("refused")) {
            assertThat(url).isInstanceOf(UrlKey.Refused.class);
            return;
        }
        String other = parts[1].substring(2);
        UrlKey.Key key = (UrlKey.Key) url;
        switch (parts[1].charAt(0)) {
            case '>' -> assertThat(key.url()).isEqualTo(other);
            case '=' -> assertThat(key.key()).isEqualTo(((UrlKey.Key) UrlKey.of(other)).key());
            default -> assertThat(key.key()).isNotEqualTo(((UrlKey.Key) UrlKey.of(other)).key());
        }
    }

    static List<Case> archives() {
        return InventedCases.of("archive.txt");
    }

    @ParameterizedTest
    @MethodSource("archives")
    void readsArchives(Case test, @TempDir Path folder) throws IOException {
        Path file = folder.resolve(test.option("file", ""));
        Files.write(file, test.option("file", "").endsWith(".warc") ? warc(test).bytes() : test.bytes());
        ArrayNode items = MAPPER.createArrayNode();
        try (ArchiveReader reader = ArchiveReader.open(List.of(file))) {
            reader.forEachRemaining(item -> items.add(json(item)));
        }
        compare(test, items);
    }

    /** The records with their lengths, and the line ends of WARC files. */
    private static Case warc(Case test) {
        String lineEnd = test.options().containsKey("lf") ? "\n" : "\\x0D\n";
        List<String> records = new ArrayList<>();
        for (String record : test.text().split("\n~~~\n")) {
            String[] parts = record.split("\n\n", 2);
            int length =
                    parts[1].replace("\n", lineEnd.equals("\n") ? "\n" : "\r\n").getBytes(UTF_8).length;
            String head = parts[0].replaceFirst("(?i)(content-length: )\\*-1", "$1" + (length - 1))
                    .replaceFirst("(?i)(content-length: )\\*", "$1" + length);
            records.add((head + "\n\n" + parts[1]).replace("\n", lineEnd)
                    + lineEnd.repeat(Integer.parseInt(test.option("end", "2"))));
        }
        return new Case(test.name(), test.options(), String.join("", records), test.right());
    }

    private static ObjectNode json(ArchiveItem item) {
        ObjectNode json = MAPPER.createObjectNode();
        return item.fold(
                input -> {
                    Page page = input.page();
                    return json.put("kind", "input")
                            .put("id", page.inputId())
                            .put("url", page.url())
                            .put("type", page.mediaType())
                            .put("charset", page.charset())
                            .put("fetched", Objects.toString(page.fetched(), null))
                            .put("body", new String(page.body(), UTF_8));
                },
                broken -> json.put("kind", "broken").put("detail", broken.detail()),
                skipped -> json.put("kind", "skipped").put("why", skipped.why()));
    }

    /** Compares each line: {@code POINTER = text}, {@code #POINTER = length}, {@code refused = yes}; {@code -} is a missing value. */
    private static void compare(Case test, JsonNode read) {
        SoftAssertions all = new SoftAssertions();
        for (String line : test.right()) {
            String[] parts = line.split(" = ", 2);
            String value;
            if (parts[0].equals("refused")) {
                value = read.has("refused") ? "yes" : "no";
            } else if (parts[0].startsWith("#")) {
                String pointer = parts[0].equals("#/") ? "" : parts[0].substring(1);
                value = String.valueOf(read.at(pointer).size());
            } else {
                JsonNode at = read.at(parts[0]);
                value = at.isMissingNode() || at.isNull() ? "-" : at.isContainerNode() ? at.toString() : at.asText();
            }
            all.assertThat(value).as(parts[0]).isEqualTo(parts[1]);
        }
        all.assertThat(test.right()).as(read.toString()).isNotEmpty();
        all.assertAll();
    }
}
