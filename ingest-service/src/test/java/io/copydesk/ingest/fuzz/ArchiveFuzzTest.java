package io.copydesk.ingest.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.Extractor;
import io.copydesk.ingest.archive.ArchiveItem;
import io.copydesk.ingest.archive.ArchiveReader;
import io.copydesk.ingest.clean.CleanResult;
import io.copydesk.ingest.clean.Cleaner;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.PageResult;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Gzip;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.fuzz.Fuzz;
import io.copydesk.schemas.fuzz.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveFuzzTest {

    private static final int MAX_BODY = 200_000;

    private static final List<byte[]> RESPONSES = responses();

    private static final List<byte[]> LINES = Fuzz.texts("""
            {"id":"a","url":"https://quay.example/1","html":"<html><p>The ferry \\u00e4 \\ud83d\\ude00 sails again on Monday.</p>",
            """.strip() + """
            "fetched":"2026-01-02T03:04:05Z"}
            {"id":7,"text":"Plain text.\\n\\nSecond paragraph of it."}

            {"url":"https://quay.example/2","headline":"H","articleBody":"One.\\n\\nTwo.","author":[{"name":"Ada Lind"}],
            """.strip() + """
            "datePublished":"2026-01-02","inLanguage":"de","keywords":["a","b"],"isAccessibleForFree":true}
            """);

    @TempDir
    Path folder;

    @Test
    void aDecodedRecordIsWrittenAndReadAgainAsTheSamePage() {
        List<byte[]> records = RESPONSES.stream().map(ArchiveFuzzTest::record).toList();
        new Fuzz("records", getClass(), records).rounds(1_000, bytes -> {
            WarcPages.kind(bytes);
            roundTrip(WarcPages.decode(bytes, MAX_BODY));
        });
    }

    @Test
    void httpHeadsChunksAndCodingsGiveABoundedBody() {
        new Fuzz("responses", getClass(), RESPONSES)
                .rounds(1_200, bytes -> roundTrip(WarcPages.decode(record(bytes), MAX_BODY)));
    }

    @Test
    void anArchiveGivesItemsWithDistinctIds() {
        List<byte[]> archives = new ArrayList<>(LINES);
        byte[] warc = new byte[0];
        for (byte[] response : RESPONSES) {
            warc = concat(warc, record(response));
        }
        archives.add(warc);
        archives.add(Gzip.pack(warc));
        new Fuzz("archives", getClass(), archives).rounds(400, bytes -> {
            Path file = Files.write(folder.resolve(bytes.length % 2 == 0 ? "a.warc" : "a.jsonl"), bytes);
            try (ArchiveReader reader = ArchiveReader.open(List.of(file))) {
                items(reader, bytes.length);
            }
        });
    }

    @Test
    void linesOfJsonGiveArticlesThatCanBePublished() {
        Cleaner cleaner = new Cleaner(Extractor.create());
        new Fuzz("lines", getClass(), LINES).rounds(300, bytes -> {
            try (ArchiveReader reader = ArchiveReader.lines(new ByteArrayInputStream(bytes))) {
                for (Page page : items(reader, bytes.length)) {
                    if (cleaner.clean(page) instanceof CleanResult.Cleaned cleaned) {
                        article(cleaned.article());
                    }
                }
            }
        });
    }

    private static void article(Article article) throws IOException {
        // A document that is an article already is published as it was given.
        Consumer<String> promised =
                article.pipeline().extractor().startsWith("as-given") ? Texts::wellFormed : Texts::plain;
        promised.accept(article.articleBody());
        promised.accept(article.headline());
        promised.accept(article.description());
        assertThat(Json.read(Json.bytes(article), Article.class)).isEqualTo(article);
    }

    private static List<Page> items(ArchiveReader reader, int bytes) {
        List<Page> pages = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; reader.hasNext(); i++) {
            assertThat(i).isLessThanOrEqualTo(bytes);
            ArchiveItem item = reader.next();
            if (item instanceof ArchiveItem.Input input) {
                assertThat(ids.add(input.page().inputId())).isTrue();
                pages.add(input.page());
            } else if (item instanceof ArchiveItem.Broken broken) {
                assertThat(ids.add(broken.inputId())).isTrue();
                Texts.line(broken.detail());
            }
        }
        return pages;
    }

    private static void roundTrip(PageResult result) {
        if (result instanceof PageResult.Decoded decoded) {
            Page page = decoded.page();
            assertThat(page.body().length).isLessThanOrEqualTo(MAX_BODY);
            Page second = rewritten(page);
            same(second, page);
            Page third = rewritten(second);
            same(third, second);
            // Writing encodes what a WARC header cannot hold; then the URL stays.
            assertThat(third.url()).isEqualTo(second.url());
        }
    }

    private static void same(Page actual, Page expected) {
        assertThat(actual.body()).isEqualTo(expected.body());
        assertThat(actual.inputId()).isEqualTo(expected.inputId());
        assertThat(actual.headers()).isEqualTo(expected.headers());
        assertThat(actual.mediaType()).isEqualTo(expected.mediaType());
        assertThat(actual.fetched()).isEqualTo(expected.fetched());
    }

    private static Page rewritten(Page page) {
        PageResult result = WarcPages.decode(WarcPages.encode(page), MAX_BODY);
        assertThat(result).isInstanceOf(PageResult.Decoded.class);
        return ((PageResult.Decoded) result).page();
    }

    private static List<byte[]> responses() {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"utf-8\"\r\nX-Folded: a\r\n b\r\n";
        byte[] html = "<!doctype html><p>The mill reopens.".getBytes(UTF_8);
        return List.of(
                concat((head + "\r\n").getBytes(ISO_8859_1), html),
                concat(
                        (head + "Transfer-Encoding: chunked\r\n\r\n").getBytes(ISO_8859_1),
                        "5;x=y\r\n<p>Th\r\n1E\r\ne ferry sails again on Mondays\r\n0\r\n\r\n".getBytes(UTF_8)),
                concat((head + "Content-Encoding: gzip\r\n\r\n").getBytes(ISO_8859_1), Gzip.pack(html)),
                concat((head + "content-encoding: br, deflate\r\n\r\n").getBytes(ISO_8859_1), html),
                concat((head + "Content-Encoding: zstd\r\n\r\n").getBytes(ISO_8859_1), new byte[] {
                    0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0x20, 0x03, 0x19, 0x00, 0x00, 'a', 'b', 'c'
                }));
    }

    private static byte[] record(byte[] block) {
        String head =
                "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:6a1c9f4e-0000-4000-8000-000000000001>\r\n"
                        + "WARC-Date: 2026-03-02T08:00:00Z\r\nWARC-Target-URI: https://quay.example/a?b=%C3%A4\r\n"
                        + "Content-Type: application/http;msgtype=response\r\nContent-Length: " + block.length
                        + "\r\n\r\n";
        return concat(concat(head.getBytes(UTF_8), block), "\r\n\r\n".getBytes(UTF_8));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }
}
