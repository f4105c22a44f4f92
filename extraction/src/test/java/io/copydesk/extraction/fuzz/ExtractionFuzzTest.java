package io.copydesk.extraction.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.Extractor;
import io.copydesk.extraction.SourceDocument;
import io.copydesk.extraction.charset.TextDecoder;
import io.copydesk.schemas.Removed;
import io.copydesk.schemas.fuzz.Fuzz;
import io.copydesk.schemas.fuzz.Texts;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtractionFuzzTest {

    private static final Instant FETCHED = Instant.parse("2026-03-02T08:00:00Z");

    private static final String PAGE = """
            <!doctype html><html lang="de"><head><meta charset="windows-1252"><title>Die Fähre fährt wieder</title>
            <link rel="canonical" href="/faehre"><meta property="og:title" content="Die F&auml;hre">
            <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Die Fähre",
            "author":[{"@type":"Person","name":"Ada Lind"}],"datePublished":"2026-03-01T07:00:00+01:00",
            "isAccessibleForFree":"False","articleBody":"Die Fähre fährt wieder."}</script></head><body><nav><a href="/">Start</a>
            </nav><article><h1>Die F&#228;hre f&#xe4;hrt</h1><p class="byline">Von Ada Lind, 1. März 2026, 7:00 Uhr</p>
            <p>Am Montag legt die Fähre wieder ab, sagte der Hafenmeister am Kai &ndash; nach drei Wochen Pause.</p>
            <p>Der Motor war ausgefallen; ein Ersatzteil kam erst am Freitag aus der Werft in der Nachbarstadt an.</p>
            <ul><li>Abfahrt 8 Uhr</li></ul><blockquote>Wir sind froh.</blockquote><table><tr><td>1<td>2</table>
            <p>Jetzt weiterlesen mit einem Abo. Bereits registriert? Hier anmelden.</p></article>
            <footer>Alle Rechte vorbehalten</footer></body></html>
            """;

    private static final List<byte[]> TEXTS =
            Fuzz.texts("""
            The ferry sails again

            By Ada Lind, 2 March 2026

            The ferry sails again on Monday, the harbour master said. It had been out of service for three weeks.

            Sign up to our newsletter to read more stories like this. Already a subscriber? Log in.

            Copyright 2026 Harbour Ledger. All rights reserved.
            """, "12 listopada 2024, 10:15\n\nProm znów pływa.\n\nKup prenumeratę, aby czytać dalej.");

    /** The charsets that the decoder tells apart, and labels that no decoder knows. */
    private static final List<String> CHARSETS = Arrays.asList(
            null,
            "utf-8",
            "windows-1251",
            "shift_jis",
            "gb18030",
            "iso-2022-jp",
            "utf-16le",
            "x-user-defined",
            "",
            "é");

    private final Extractor extractor = Extractor.create();

    @Test
    void decodedTextIsWellFormedAndNoLongerThanItsBytes() {
        List<byte[]> seeds = new ArrayList<>(TEXTS);
        for (String charset :
                List.of("windows-1252", "windows-1251", "Shift_JIS", "EUC-KR", "GB18030", "UTF-16LE", "UTF-16BE")) {
            seeds.add("Die Fähre. Паром. フェリー 페리 渡轮 <meta charset=\"%s\">"
                    .formatted(charset)
                    .getBytes(Charset.forName(charset)));
        }
        new Fuzz("text", getClass(), seeds).rounds(1_000, bytes -> {
            String text = TextDecoder.decode(bytes, CHARSETS.get(bytes.length % CHARSETS.size()));
            Texts.wellFormed(text);
            assertThat(text.length()).isLessThanOrEqualTo(bytes.length + 1);
        });
    }

    @Test
    void pagesGiveValidArticlesOrAReason() {
        List<byte[]> seeds = new ArrayList<>(Fuzz.texts(PAGE));
        Fuzz.files(Extractor.class, "fixtures").stream()
                .filter(bytes -> bytes.length < 10_000 && bytes.length > 0 && bytes[0] == '<')
                .forEach(seeds::add);
        new Fuzz("html", getClass(), seeds).rounds(250, bytes -> extract(bytes, "text/html"));
    }

    @Test
    void plainTextsGiveValidArticlesOrAReason() {
        new Fuzz("plain", getClass(), TEXTS).rounds(300, bytes -> extract(bytes, "text/plain"));
    }

    private void extract(byte[] bytes, String mediaType) {
        String charset = CHARSETS.get(bytes.length % CHARSETS.size());
        String url = bytes.length % 3 == 0 ? null : "https://quay.example/2026/03/02/ferry.html";
        SourceDocument document = new SourceDocument(url, mediaType, charset, bytes, FETCHED);
        boolean valid = extractor
                .extract(document)
                .fold(
                        extracted -> {
                            Texts.plain(extracted.article().body());
                            assertThat(extracted.article().body().length()).isLessThanOrEqualTo(4 * bytes.length + 100);
                            Texts.plain(extracted.article().metadata().headline());
                            Texts.plain(extracted.article().metadata().description());
                            extracted.article().metadata().authors().forEach(Texts::line);
                            extracted.article().removed().stream()
                                    .map(Removed::text)
                                    .forEach(Texts::wellFormed);
                            return true;
                        },
                        rejected -> !rejected.detail().isBlank());
        assertThat(valid).isTrue();
    }

    /** The same document gives the same article, however often it is read. */
    @Test
    void extractionIsAFunctionOfTheDocument() {
        new Fuzz("html", getClass(), Fuzz.texts(PAGE)).rounds(60, bytes -> {
            String html = new String(bytes, UTF_8);
            assertThat(extractor.extract(html, null)).isEqualTo(extractor.extract(html, null));
        });
    }
}
