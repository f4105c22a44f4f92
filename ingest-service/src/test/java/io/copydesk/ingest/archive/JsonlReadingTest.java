package io.copydesk.ingest.archive;

import static io.copydesk.ingest.archive.Archives.gzip;
import static io.copydesk.ingest.archive.Archives.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.ingest.archive.ArchiveItem.Broken;
import io.copydesk.ingest.archive.ArchiveItem.Input;
import io.copydesk.ingest.page.Capture;
import io.copydesk.ingest.page.Page;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonlReadingTest {

    @TempDir
    Path folder;

    @Test
    void readsHtmlTextAndFilesThatLinesName() throws IOException {
        Files.createDirectories(folder.resolve("pages"));
        Files.writeString(folder.resolve("pages/c.html"), "<p>from a file");
        Files.write(folder.resolve("pages/d.txt"), gzip("zipped text".getBytes(UTF_8)));
        List<Page> pages = pages("""
                {"id":"a","url":"https://a.example/1","html":"<p>Käse</p>","fetched":"2026-01-02T03:04:05Z"}

                {"id":7,"text":"Plain"}
                {"id":"c","url":"https://a.example/3","path":"pages/c.html"}
                {"id":"d","path":"pages/d.txt","html":null}
                """);

        assertThat(pages).extracting(Page::inputId).containsExactly("a", "7", "c", "d");
        assertThat(pages)
                .extracting(Page::mediaType)
                .containsExactly("text/html", "text/plain", "text/html", "text/plain");
        assertThat(pages)
                .extracting(page -> new String(page.body(), UTF_8))
                .containsExactly("<p>Käse</p>", "Plain", "<p>from a file", "zipped text");
        assertThat(pages)
                .extracting(Page::url)
                .containsExactly("https://a.example/1", null, "https://a.example/3", null);
        assertThat(pages).extracting(Page::charset).containsExactly("utf-8", "utf-8", null, null);
        assertThat(pages.get(0).fetched()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(pages.get(0).capture()).isEqualTo(Capture.RESOURCE);
    }

    @Test
    void aCleanArticleIsItsOwnJson() throws IOException {
        String line =
                "{\"id\":\"a\",\"url\":\"https://a.example/1\",\"headline\":\"H\",\"articleBody\":\"One.\\n\\nTwo.\"}";

        Page page = pages("  " + line + " \r\n").get(0);

        assertThat(page.mediaType()).isEqualTo("application/ld+json");
        assertThat(new String(page.body(), UTF_8)).isEqualTo(line);
        assertThat(page.url()).isEqualTo("https://a.example/1");
    }

    @Test
    void whatIsNoNumberIsLeftOutOfACleanArticleAtAnyDepth() throws IOException {
        Page page = pages("{\"articleBody\":\"One.\",\"scores\":{\"a\":NaN,\"b\":[1,-Infinity,{\"c\":NaN}]}}")
                .get(0);

        assertThat(page.mediaType()).isEqualTo("application/ld+json");
        assertThat(new String(page.body(), UTF_8)).isEqualTo("{\"articleBody\":\"One.\",\"scores\":{\"b\":[1,{}]}}");
    }

    @Test
    void theLinesOfNewsPleaseAreCleanArticles() throws IOException {
        Page page = pages("{\"authors\":[\"Ida Brenn\"],\"date_download\":\"2026-05-06 08:00:00\",\"date_modify\":null,"
                        + "\"date_publish\":\"2026-05-06 07:08:09\",\"description\":\"Short.\",\"language\":\"en\","
                        + "\"image_url\":\"https://a.example/p.jpg\",\"maintext\":\"The ferry sails.\\nAgain.\",\"title\":\"Ferry\","
                        + "\"url\":\"https://a.example/1\"}")
                .get(0);

        assertThat(page.mediaType()).isEqualTo("application/ld+json");
        assertThat(page.url()).isEqualTo("https://a.example/1");
        assertThat(page.fetched()).isEqualTo(Instant.parse("2026-05-06T08:00:00Z"));
        JsonNode article = Json.tree(page.body());
        assertThat(article.path("headline").asText()).isEqualTo("Ferry");
        assertThat(article.path("articleBody").asText()).isEqualTo("The ferry sails.\nAgain.");
        assertThat(article.path("author").path(0).asText()).isEqualTo("Ida Brenn");
        assertThat(article.path("datePublished").asText()).isEqualTo("2026-05-06T07:08:09");
        assertThat(article.path("inLanguage").asText()).isEqualTo("en");
    }

    @Test
    void theLinesOfTrafilaturaKeepWhatTheySay() throws IOException {
        Page page = pages(
                        "{\"title\":\"Ferry\",\"author\":\"Ida Brenn; Jon Wick;\",\"hostname\":\"a.example\",\"date\":\"2026-05-06\","
                                + "\"text\":\"The ferry sails.\",\"source\":\"https://a.example/1\",\"source-hostname\":\"The Anchor\","
                                + "\"excerpt\":\"Short.\"}")
                .get(0);

        assertThat(page.url()).isEqualTo("https://a.example/1");
        JsonNode article = Json.tree(page.body());
        assertThat(article.path("author")).extracting(JsonNode::asText).containsExactly("Ida Brenn", "Jon Wick");
        assertThat(article.path("publisher").asText()).isEqualTo("The Anchor");
        assertThat(article.path("description").asText()).isEqualTo("Short.");
    }

    @Test
    void theLinesOfFundusAreCleanArticlesWithTheirParagraphs() throws IOException {
        Page page = pages(
                        "{\"title\":\"Ferry\",\"body\":{\"summary\":[\"In short.\"],\"sections\":[{\"headline\":[],"
                                + "\"paragraphs\":[\"One.\",\"Two.\"]},{\"headline\":[\"Then\"],\"paragraphs\":[\"Three.\"]}]},"
                                + "\"authors\":[\"Ida Brenn\"],\"publishing_date\":\"2026-05-06 07:08:09+02:00\",\"topics\":[\"Sea\"],"
                                + "\"free_access\":true,\"html\":{\"requested_url\":\"https://a.example/1\",\"content\":\"<p>\"}}")
                .get(0);

        assertThat(page.url()).isEqualTo("https://a.example/1");
        JsonNode article = Json.tree(page.body());
        assertThat(article.path("articleBody").asText()).isEqualTo("In short.\n\nOne.\n\nTwo.\n\nThen\n\nThree.");
        assertThat(article.path("datePublished").asText()).isEqualTo("2026-05-06T07:08:09+02:00");
        assertThat(article.path("keywords").path(0).asText()).isEqualTo("Sea");
        assertThat(article.path("isAccessibleForFree").asBoolean()).isTrue();
    }

    @Test
    void aTextKeepsTheHeadlineAuthorAndDateBesideIt() throws IOException {
        Page page = pages("{\"url\":\"https://a.example/1\",\"title\":\"Ferry came late\",\"author\":\"Ida Brenn\","
                        + "\"date\":\"2026-11-20\",\"text\":\"A text.\"}")
                .get(0);

        assertThat(page.mediaType()).isEqualTo("application/ld+json");
        JsonNode article = Json.tree(page.body());
        assertThat(article.path("text").asText()).isEqualTo("A text.");
        assertThat(article.path("headline").asText()).isEqualTo("Ferry came late");
        assertThat(article.path("author").asText()).isEqualTo("Ida Brenn");
        assertThat(article.path("datePublished").asText()).isEqualTo("2026-11-20");
        assertThat(pages("{\"text\":\"A text.\",\"lang\":\"en\"}").get(0).mediaType())
                .isEqualTo("text/plain");
    }

    @Test
    void anArrayIsRefusedAsAWholeWithWhatToDo() throws IOException {
        for (String name : List.of("x.json", "y.jsonl")) {
            assertThat(Archives.items(
                            ArchiveLimits.DEFAULT, file(name, "[\n  {\"text\":\"a\"},\n  {\"text\":\"b\"}\n]\n")))
                    .singleElement()
                    .satisfies(item ->
                            assertThat(((Broken) item).detail()).contains("write each object of the array on a line"));
        }
    }

    @Test
    void aLineWithoutIdIsCalledAfterItsNumber() throws IOException {
        assertThat(read(file(
                        "x.jsonl",
                        "\ufeff{\"text\":\"a\"}\n\n \t\r\n{\"id\":null,\"text\":\"b\"}\n{\"id\":\"\",\"text\":\"c\"}")))
                .containsExactly("input x.jsonl:1", "input x.jsonl:4", "input x.jsonl:5");
    }

    @Test
    void aBadLineLeavesTheRestUnharmed() throws IOException {
        String lines = """
                {"id":"1","text":"a"}
                not json
                {"id":"3","text":"cut
                [1,2]
                {"id":"5"}
                {"id":"6","html":""}
                {"id":"7","path":"missing.html"}
                {"id":"8","path":"\\u0000"}
                {"id":"9","articleBody":"  "}
                {"id":"10","text":"a"} {"id":"x"}
                {"id":"11","html":{"a":1}}
                {"id":"12","text":"z"}
                """;

        assertThat(read(file("x.ndjson", lines)))
                .containsExactly(
                        "input 1",
                        "broken x.ndjson:2 bad-json",
                        "broken x.ndjson:3 bad-json",
                        "broken x.ndjson:4 bad-json",
                        "broken 5 no-content",
                        "broken 6 empty",
                        "broken 7 unreadable",
                        "broken 8 unreadable",
                        "broken 9 no-content",
                        "broken x.ndjson:10 bad-json",
                        "broken 11 no-content",
                        "input 12");
    }

    @Test
    void bytesThatAreNoTextAndDeepNestingAreBadJson() throws IOException {
        byte[] lines = Archives.join(
                new byte[] {'{', '"', 't', (byte) 0xff, (byte) 0xfe, '\n'},
                ("{\"text\":" + "[".repeat(100_000) + "\n").getBytes(UTF_8),
                "{\"id\":\"3\",\"text\":\"a\"}\n".getBytes(UTF_8));

        assertThat(read(Files.write(folder.resolve("x.jsonl"), lines)))
                .containsExactly("broken x.jsonl:1 bad-json", "broken x.jsonl:2 bad-json", "input 3");
    }

    @Test
    void anEndlessIdOrUrlIsBroken() throws IOException {
        String lines = "{\"id\":\"" + "i".repeat(1025) + "\",\"text\":\"a\"}\n"
                + "{\"id\":\"2\",\"url\":\"https://a.example/" + "u".repeat(9000) + "\",\"text\":\"a\"}\n";

        assertThat(read(file("x.jsonl", lines))).containsExactly("broken x.jsonl:1 bad-json", "broken 2 bad-json");
    }

    @Test
    void aLineOrADocumentOverTheLimitIsBroken() throws IOException {
        ArchiveLimits limits = new ArchiveLimits(100, 1_000, 50);
        String big = "{\"id\":\"big\",\"text\":\"" + "x".repeat(101) + "\"}\n";
        String exact = "{\"id\":\"exact\",\"text\":\"" + "x".repeat(100) + "\"}\n";
        String longLine = "{\"id\":\"long\",\"text\":\"" + "x".repeat(300_000) + "\"}";
        Path file = file("x.jsonl", big + exact + longLine + "\n" + exact.replace("exact", "last"));

        List<ArchiveItem> items = Archives.items(limits, file);

        assertThat(read(limits, file))
                .containsExactly("broken big too-large", "input exact", "broken x.jsonl:3 line-too-long", "input last");
        assertThat(((Broken) items.get(2)).bytes()).hasSize(50);
        assertThat(((Broken) items.get(2)).length()).isEqualTo(longLine.length());
        assertThat(((Broken) items.get(0)).bytes()).hasSize(50);
        assertThat(read(limits, file("end.jsonl", exact + longLine)))
                .containsExactly("input exact", "broken end.jsonl:2 line-too-long");
    }

    @Test
    void aCutGzipDeliversTheLinesBeforeTheCut() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            lines.append("{\"id\":\"")
                    .append(i)
                    .append("\",\"text\":\"")
                    .append(i * 7919)
                    .append("\"}\n");
        }
        byte[] whole = gzip(lines.toString().getBytes(UTF_8));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        List<String> items = read(Files.write(folder.resolve("x.jsonl.gz"), half));

        assertThat(items).hasSizeBetween(200, 1_900);
        for (int i = 0; i < items.size() - 1; i++) {
            assertThat(items.get(i)).isEqualTo("input " + i);
        }
        assertThat(items).last().isEqualTo("broken x.jsonl.gz:" + items.size() + " truncated-gzip");
    }

    @Test
    void anIdThatComesAgainIsToldApart() throws IOException {
        assertThat(read(file(
                        "x.jsonl", "{\"id\":\"a\",\"text\":\"1\"}\n".repeat(3) + "{\"id\":\"a~2\",\"text\":\"1\"}\n")))
                .containsExactly("input a", "input a~2", "input a~3", "input a~2~2");
    }

    /** Control characters in ids are refused by PostgreSQL, as text and as jsonb, and steer terminals. */
    @Test
    void anIdHasNoControlCharacters() throws IOException {
        assertThat(read(file("x.jsonl", """
                        {"id":"a\\u0000b","text":"1"}
                        {"id":"a\\u001b[2Jb","text":"1"}
                        {"id":"a\\nb"}
                        """)))
                .containsExactly("input a\ufffdb", "input a\ufffd[2Jb", "broken a\ufffdb~2 no-content");
    }

    /** Left in place, a space at the end was "%20" behind the pages topic, and the page another article, or one of no site. */
    @Test
    void aUrlIsReadWithoutWhatStandsAroundIt() throws IOException {
        assertThat(pages("""
                        {"url":" https://a.example/1\\n","text":"1"}
                        {"url":"\\ufeffhttps://a.example/1\\u00a0","text":"1"}
                        {"url":"https://a.ex\\tample/\\r\\n1","text":"1"}
                        {"link":"https://a.example/1 ","articleBody":"1"}
                        {"url":"https://a.example/\\u0000\\u0085b","text":"1"}
                        {"url":" ","text":"1"}
                        """))
                .extracting(Page::url)
                .containsExactly(
                        "https://a.example/1",
                        "https://a.example/1",
                        "https://a.example/1",
                        "https://a.example/1",
                        "https://a.example/%00%C2%85b",
                        null);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"2026-05-06T07:08:09Z\"', 2026-05-06T07:08:09Z",
        "'\"2026-05-06T07:08:09.5+02:00\"', 2026-05-06T05:08:09.500Z",
        "'\"2026-05-06T07:08:09\"', 2026-05-06T07:08:09Z",
        "'\"2026-05-06 07:08:09\"', 2026-05-06T07:08:09Z",
        "'\"2026-05-06 07:08-01:00\"', 2026-05-06T08:08:00Z",
        "'\"2026-05-06\"', 2026-05-06T23:59:59Z",
        "1780000000, 2026-05-28T20:26:40Z",
        "1780000000000, 2026-05-28T20:26:40Z",
        "'\"yesterday\"',",
        "'\"\"',",
        "999999999999999999,",
        "{},",
        "null,"
    })
    void theTimeOfFetchingIsReadFromManyForms(String json, Instant expected) throws IOException {
        assertThat(pages("{\"text\":\"a\",\"fetched\":" + json + "}").get(0).fetched())
                .isEqualTo(expected);
    }

    private List<Page> pages(String lines) throws IOException {
        return Archives.items(ArchiveLimits.DEFAULT, file("lines.jsonl", lines)).stream()
                .map(item -> ((Input) item).page())
                .toList();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
