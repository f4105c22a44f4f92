package io.copydesk.ingest.archive;

import static io.copydesk.ingest.archive.Archives.gzip;
import static io.copydesk.ingest.archive.Archives.join;
import static io.copydesk.ingest.archive.Archives.page;
import static io.copydesk.ingest.archive.Archives.read;
import static io.copydesk.ingest.archive.Archives.record;
import static io.copydesk.ingest.archive.Archives.response;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.archive.ArchiveItem.Broken;
import io.copydesk.ingest.archive.ArchiveItem.Input;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.WarcPages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

class WarcReadingTest {

    private static final List<String> THREE = List.of("input urn:x:1", "input urn:x:2", "input urn:x:3");

    @TempDir
    Path folder;

    @Test
    void readsPlainAndCompressedFilesWhateverTheyAreCalled() throws IOException {
        byte[] plain = join(page("1"), page("2"), page("3"));

        assertThat(read(file("a.warc", plain))).isEqualTo(THREE);
        assertThat(read(file("b.warc.gz", gzip(page("1"), page("2"), page("3")))))
                .isEqualTo(THREE);
        assertThat(read(file("c.warc.gz", gzip(plain)))).isEqualTo(THREE);
        assertThat(read(file("d.warc.gz", plain))).isEqualTo(THREE);
        assertThat(read(file("e.warc", gzip(plain)))).isEqualTo(THREE);
        assertThat(read(file("f", gzip(plain)))).isEqualTo(THREE);
        assertThat(read(file("g.txt", plain))).isEqualTo(THREE);
    }

    @Test
    void aPageHasTheRecordsUrlTimeAndBody() throws IOException {
        Path warc = file("a.warc", page("1"));

        Page page = ((Input) Archives.items(ArchiveLimits.DEFAULT, warc).get(0)).page();

        assertThat(page.url()).isEqualTo("https://news.vell.example/1");
        assertThat(page.fetched()).isEqualTo(Instant.parse("2026-02-03T04:05:06Z"));
        assertThat(page.mediaType()).isEqualTo("text/html");
        assertThat(page.charset()).isEqualTo("utf-8");
        assertThat(new String(page.body(), UTF_8)).startsWith("<html>").endsWith("</html>");
    }

    /** Crawlers keep their logs, screenshots and the texts of pages as resources beside the pages. */
    @Test
    void passesOverWhatACrawlerWroteAboutItsCrawl() throws IOException {
        byte[] warc = join(
                resource("log", "metadata://crawler.example/crawl.log", "2026-02-03 fetched 1 page"),
                resource("text", "urn:text:https://news.vell.example/1", "The mill at Vell reopens."),
                resource("file", "file:///notes/vell.txt", "The mill at Vell reopens."),
                resource("page", "https://news.vell.example/2", "The mill at Vell reopens."));

        assertThat(read(file("a.warc", warc)))
                .containsExactly(
                        "skipped warc resource", "skipped warc resource", "input urn:x:file", "input urn:x:page");
    }

    private static byte[] resource(String id, String url, String text) {
        return new String(record(id, "resource", "text/plain", text, text.length()), UTF_8)
                .replace("https://news.vell.example/" + id, url)
                .getBytes(UTF_8);
    }

    @Test
    void countsRecordsThatHoldNoPage() throws IOException {
        byte[] warc = join(
                record("0", "warcinfo", "application/warc-fields", "a: b\r\n", 6),
                record("q", "request", "application/http;msgtype=request", "GET / HTTP/1.1\r\n\r\n", 18),
                page("1"),
                response("i", "image/png", "\u0001"),
                record("m", "metadata", "text/plain", "x", 1),
                record("d", "response", "text/dns", "x", 1),
                record("v", "revisit", "application/http", "HTTP/1.1 304 -\r\n\r\n", 18),
                record("2", "resource", "text/plain; charset=utf-8", "Plain words", 11),
                record("3", "resource", "application/ld+json", "{}", 2));

        assertThat(read(file("a.warc", warc)))
                .containsExactly(
                        "skipped warc warcinfo",
                        "skipped warc request",
                        "input urn:x:1",
                        "skipped image/png",
                        "skipped warc metadata",
                        "skipped text/dns",
                        "skipped warc revisit",
                        "input urn:x:2",
                        "input urn:x:3");
    }

    /** As when such a page is fetched. */
    @Test
    void aPageThatIsServedAsXmlOrAsBytesIsKnownByItsStart() throws IOException {
        String page = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><p>Words</p></html>";
        String doctype = "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x\">";
        byte[] warc = join(
                response("1", "application/xml", page),
                response(
                        "2",
                        "text/xml; charset=utf-8",
                        "\uFEFF<?xml version=\"1.0\"?>\n<!-- a > b -->" + doctype + page),
                response("3", "application/octet-stream", doctype + page),
                response("f", "application/xml", "<?xml version=\"1.0\"?><rss><title>" + page + "</title></rss>"),
                response("s", "text/xml", "<urlset><url/></urlset>"),
                response("t", "text/xml", "<html-like/>"),
                response("b", "application/octet-stream", "PK\u0003\u0004<html>"),
                response("c", "application/xml", "<!-- " + "x-".repeat(100_000)),
                response("g", "application/octet-stream\r\nContent-Encoding: gzip", "\u001f\u008b\u0008"));

        assertThat(read(file("a.warc", warc)))
                .containsExactly(
                        "input urn:x:1",
                        "input urn:x:2",
                        "input urn:x:3",
                        "skipped application/xml",
                        "skipped text/xml",
                        "skipped text/xml",
                        "skipped application/octet-stream",
                        "skipped application/xml",
                        "skipped application/octet-stream");
    }

    @Test
    void aDumpOfTheTopicHasTheIdsItWasMadeFrom() throws IOException {
        byte[] first = WarcPages.encode(
                Page.resource("été/1.html", "https://a.example/1", null, "text/html", null, "<p>x".getBytes(UTF_8)));
        byte[] second = WarcPages.encode(Page.resource("l:2", null, null, "text/plain", null, "y".getBytes(UTF_8)));

        assertThat(read(file("dump.warc", join(first, second)))).containsExactly("input été/1.html", "input l:2");
    }

    @Test
    void readsWhatJwarcWrites() throws IOException {
        Path path = folder.resolve("jwarc.warc.gz");
        byte[] html = "<html><p>Words</p></html>".getBytes(UTF_8);
        try (WarcWriter writer = new WarcWriter(Files.newByteChannel(path, CREATE, WRITE), WarcCompression.GZIP)) {
            writer.write(new Warcinfo.Builder().build());
            for (int i = 0; i < 3; i++) {
                HttpResponse http = new HttpResponse.Builder(200, "OK")
                        .body(MediaType.HTML_UTF8, html)
                        .build();
                writer.write(new WarcResponse.Builder("https://a.example/" + i)
                        .body(http)
                        .build());
            }
        }

        List<ArchiveItem> items = Archives.items(ArchiveLimits.DEFAULT, path);

        assertThat(items).hasSize(4);
        assertThat(items.subList(1, 4)).allSatisfy(item -> {
            Page page = ((Input) item).page();
            assertThat(page.inputId()).startsWith("urn:uuid:");
            assertThat(page.body()).isEqualTo(html);
        });
    }

    @Test
    void aWrongLengthBreaksOnlyItsRecord() throws IOException {
        for (long lie : new long[] {0, 5, 60, 300, 500, 100_000, 50_000_000, Long.MAX_VALUE, -1}) {
            String http =
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The mill at Vell reopens on Monday.</p>";
            byte[] bad = record("bad", "response", "application/http", http, lie);
            byte[] warc = join(page("1"), bad, page("2"), page("3"));

            assertThat(read(file("plain.warc", warc)))
                    .as("length %d", lie)
                    .containsExactly("input urn:x:1", "broken urn:x:bad bad-warc", "input urn:x:2", "input urn:x:3");
            assertThat(read(file("members.warc.gz", gzip(page("1"), bad, page("2"), page("3")))))
                    .as("length %d", lie)
                    .containsExactly("input urn:x:1", "broken urn:x:bad bad-warc", "input urn:x:2", "input urn:x:3");
        }
    }

    @Test
    void garbageBetweenRecordsIsOneBrokenItem() throws IOException {
        byte[] garbage = "\0\1 not a record\r\nat all\r\n".getBytes(UTF_8);
        Path warc = file("a.warc", join(page("1"), garbage, page("2"), page("3")));

        List<ArchiveItem> items = Archives.items(ArchiveLimits.DEFAULT, warc);

        assertThat(read(warc))
                .containsExactly(
                        "input urn:x:1",
                        "broken a.warc:" + page("1").length + " bad-warc",
                        "input urn:x:2",
                        "input urn:x:3");
        Broken broken = (Broken) items.get(1);
        assertThat(broken.bytes()).isEqualTo(garbage);
        assertThat(broken.length()).isEqualTo(garbage.length);
    }

    @Test
    void muchGarbageIsCutToTheLimitAndItsLengthKept() throws IOException {
        byte[] garbage = new byte[3_000_000];
        Arrays.fill(garbage, (byte) 'x');
        garbage[garbage.length - 1] = '\n';
        ArchiveLimits limits = new ArchiveLimits(10_000, 10_000, 5_000);

        List<ArchiveItem> items = Archives.items(limits, file("a.warc", join(page("1"), garbage, page("2"))));

        assertThat(items).hasSize(3);
        assertThat(((Broken) items.get(1)).bytes()).hasSize(5_000);
        assertThat(((Broken) items.get(1)).length()).isEqualTo(3_000_000);
    }

    @Test
    void aCutFileDeliversWhatCameBeforeTheCut() throws IOException {
        byte[] whole = gzip(page("1"), page("2"), page("3"));
        int lastMember = gzip(page("3")).length;

        for (int cut : new int[] {1, 4, 9, 40, lastMember - 4, lastMember - 11}) {
            List<String> items = read(file("a.warc.gz", Arrays.copyOf(whole, whole.length - cut)));
            assertThat(items).as("cut by %d", cut).startsWith("input urn:x:1", "input urn:x:2");
            assertThat(items.get(items.size() - 1)).as("cut by %d", cut).endsWith(" truncated-gzip");
            assertThat(items.stream().filter(item -> item.startsWith("broken"))).hasSize(1);
        }
        assertThat(read(file("b.warc", Arrays.copyOf(join(page("1"), page("2")), page("1").length + 300))))
                .containsExactly("input urn:x:1", "broken urn:x:2 bad-warc");
    }

    @Test
    void aDamagedGzipMemberBreaksOnlyItself() throws IOException {
        byte[] damaged = gzip(page("2"));
        Arrays.fill(damaged, 20, 60, (byte) 0xff);
        byte[] warc = join(gzip(page("1")), damaged, gzip(page("3"), page("4")));

        List<String> items = read(file("a.warc.gz", warc));

        assertThat(items).startsWith("input urn:x:1").endsWith("input urn:x:3", "input urn:x:4");
        assertThat(items.subList(1, items.size() - 2))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item).startsWith("broken ").endsWith(" bad-gzip"));
    }

    /** What follows a member without its end is first taken for the rest of its data. */
    @Test
    void aGzipMemberThatLacksItsEndBreaksOnlyItself() throws IOException {
        byte[] whole = gzip(page("2"));
        byte[] next = join(gzip(page("3")), gzip(page("4")), gzip(page("5")));
        for (int length = 20; length < whole.length; length++) {
            byte[] warc = join(gzip(page("1")), Arrays.copyOf(whole, length), next);

            assertThat(read(file("a.warc.gz", warc)))
                    .as("%d of %d bytes", length, whole.length)
                    .startsWith("input urn:x:1")
                    .endsWith("input urn:x:3", "input urn:x:4", "input urn:x:5");
        }
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void manyStartsOfMembersDoNotMakeItReadForEver() throws IOException {
        byte[] start = Arrays.copyOf(gzip(new byte[0]), 10);
        byte[] member = new byte[60_000];
        for (int i = 0; i < member.length; i++) {
            member[i] = start[i % start.length];
        }

        assertThat(read(file("a.warc.gz", join(gzip(page("1")), member, gzip(page("2"))))))
                .startsWith("input urn:x:1")
                .endsWith("input urn:x:2");
    }

    @Test
    void anOversizePageIsBrokenAndAnOversizeImagePassedOver() throws IOException {
        ArchiveLimits limits = new ArchiveLimits(1_000, 1_000, 100_000);
        String big = "x".repeat(2_000_000);
        byte[] warc = join(
                page("1"),
                response("huge", "text/html", big),
                response("png", "image/png", big),
                response("large", "text/html", "y".repeat(5_000)),
                page("2"));

        List<ArchiveItem> items = Archives.items(limits, file("a.warc", warc));

        assertThat(read(limits, folder.resolve("a.warc")))
                .containsExactly(
                        "input urn:x:1",
                        "broken urn:x:huge too-large",
                        "skipped image/png",
                        "broken urn:x:large too-large",
                        "input urn:x:2");
        assertThat(((Broken) items.get(1)).bytes()).hasSize(100_000);
        assertThat(((Broken) items.get(1)).length()).isGreaterThan(2_000_000);
    }

    @Test
    void manyLiesAboutTheLengthDoNotMakeItReadForEver() throws IOException {
        ArchiveLimits limits = new ArchiveLimits(1_000, 1_000, 1_000);
        byte[] lie = record("lie", "response", "application/http", "HTTP/1.1 200 OK\r\n\r\n", 1L << 40);
        Path warc = folder.resolve("lies.warc");
        try (OutputStream out = Files.newOutputStream(warc)) {
            for (int i = 0; i < 10_000; i++) {
                out.write(lie);
            }
        }

        List<ArchiveItem> items = Archives.items(limits, warc);

        assertThat(items)
                .hasSizeLessThan(20)
                .allSatisfy(item -> assertThat(item).isInstanceOf(Broken.class));
        assertThat(items.stream().mapToLong(item -> ((Broken) item).length()).sum())
                .isEqualTo(Files.size(warc));
    }

    @Test
    void moreGarbageThanMemoryIsReadWithBoundedMemory() throws IOException {
        Path warc = folder.resolve("zeros.warc.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(warc))) {
            out.write(page("1"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 1_100; i++) { // more than the test's heap
                out.write(zeros);
            }
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(page("2"));
        }

        assertThat(read(warc))
                .containsExactly(
                        "input urn:x:1", "broken zeros.warc.gz:" + page("1").length + " bad-warc", "input urn:x:2");
    }

    @Test
    void noDamageMakesItThrowOrLoseTheLastRecord() throws IOException {
        Random random = new Random(11);
        byte[] sound = join(page("1"), page("2"), page("3"));
        for (int round = 0; round < 300; round++) {
            byte[] bytes = sound.clone();
            for (int i = 0; i < 5; i++) {
                bytes[random.nextInt(page("1").length + page("2").length - 4)] = (byte) random.nextInt(256);
            }
            assertThat(read(file("fuzz.warc", bytes))).last().isEqualTo("input urn:x:3");
            byte[] members = gzip(bytes);
            for (int i = 0; i < 3; i++) {
                members[random.nextInt(members.length)] = (byte) random.nextInt(256);
            }
            assertThat(read(file("fuzz.warc.gz", members))).isNotEmpty();
        }
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }
}
