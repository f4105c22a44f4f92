package io.copydesk.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes nobody wrote for readers: each gets an answer in time, none an exception. */
class HostileInputTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String SENTENCE =
            "<p>The harbour of Lindhaven reopened on Tuesday after eleven weeks of repairs, and the first ferry left on time.</p>";

    private static final String DAMAGED = "fixtures/news-page.html";
    private static final List<String> STRAY = List.of(
            "<",
            "</",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "<table>",
            "</table>",
            "<p class=\"",
            "\"",
            "'",
            "&#",
            "\0",
            "]]>",
            "<svg>",
            "<template>",
            "</body>",
            "<title>",
            "<textarea>",
            "<!doctype html>",
            "{\"@graph\":[",
            "\ud800",
            "<frameset>",
            "<select>");

    private final Extractor extractor = Extractor.create(ExtractorOptions.DEFAULT.withMaxBytes(64 * 1024 * 1024));

    /** Letters that the JDK makes small in a time by the square of their number, and marks that it puts in order so, wherever a page has text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a class='%1$s' id='%1$s' role='%1$s' itemprop='%1$s'>x</a>",
                "<a href='https://quay.example/%1$s' rel='%1$s'>x</a>",
                "<p style='%1$s'>x</p>",
                "<meta name='%1$s' content='%1$s'>",
                "<meta name='author' content='%1$s'><meta property='article:published_time' content='%1$s'>",
                "<meta property='og:url' content='https://quay.example/%1$s'><link rel=canonical href='https://%1$s.example/'>",
                "<meta http-equiv='refresh' content='0; url=%1$s'>",
                "<script type='%1$s'>x</script><style>.%1$s{display:none}</style>",
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"%1$s\",\"author\":\"%1$s\",\"isAccessibleForFree\":\"%1$s\"}</script>",
                "<time datetime='%1$s'>%1$s</time><div class=byline>By %1$s</div>",
                "<html lang='%1$s'><title>%1$s</title><h1>%1$s</h1>",
                "<input type='%1$s' name='%1$s' placeholder='%1$s'><button>%1$s</button><img alt='%1$s'>"
            })
    void takesLettersAndMarksOfAnyNumberAnywhere(String place) {
        for (String run : List.of("Σ", "İ", "\u0301\u0323", "ΣΑ", "Σ\u0301")) {
            byte[] page = ("<!doctype html><title>T</title><h1>Quay opens</h1>" + SENTENCE
                            + String.format(Locale.ROOT, place, run.repeat(200_000 / run.length())))
                    .getBytes(StandardCharsets.UTF_8);
            SourceDocument document = new SourceDocument("https://quay.example/a", "text/html", null, page, null);
            assertThat(assertTimeoutPreemptively(LIMIT, () -> extractor.extract(document), run))
                    .isNotNull();
        }
    }

    @Test
    void rejectsNoBytesAsEmpty() {
        assertThat(extract(new byte[0])).isEqualTo(RejectionReason.EMPTY);
        assertThat(extract(null)).isEqualTo(RejectionReason.EMPTY);
        assertThat(extract(" \n\t ".getBytes(StandardCharsets.UTF_8))).isEqualTo(RejectionReason.EMPTY);
    }

    @Test
    void rejectsMoreBytesThanTheLimit() {
        Extractor small = Extractor.create(ExtractorOptions.DEFAULT.withMaxBytes(10));
        Extraction extraction = small.extract(new SourceDocument(null, "text/html", null, new byte[11], null));
        assertThat(extraction).isInstanceOf(Extraction.Rejected.class);
        assertThat(((Extraction.Rejected) extraction).reason()).isEqualTo(RejectionReason.TOO_LARGE);
    }

    @Test
    void rejectsMoreTagsThanTheLimit() {
        byte[] page = "<br>".repeat(ExtractorOptions.DEFAULT.maxTags() + 1).getBytes(StandardCharsets.UTF_8);
        assertThat(extract(page)).isEqualTo(RejectionReason.TOO_LARGE);
    }

    /** Cuts, copies and swaps pieces of a page, and puts stray markup between: seeded, so that a failure comes again. */
    @Test
    void answersPagesWithPiecesCutAndCopied() throws IOException {
        String page;
        try (InputStream in = HostileInputTest.class.getResourceAsStream(DAMAGED)) {
            page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            StringBuilder damaged = new StringBuilder(page);
            for (int k = 0; k <= i % 12; k++) {
                int from = random.nextInt(damaged.length());
                int to = Math.min(damaged.length(), from + random.nextInt(200));
                switch (random.nextInt(3)) {
                    case 0 -> damaged.delete(from, to);
                    case 1 -> damaged.insert(random.nextInt(damaged.length()), damaged.substring(from, to));
                    default -> damaged.insert(from, STRAY.get(random.nextInt(STRAY.size())));
                }
            }
            byte[] bytes = damaged.toString().getBytes(StandardCharsets.UTF_8);
            assertThat(answer("text/html", bytes)).as("round " + i).isNotNull();
        }
    }

    @Test
    void answersRandomBytes() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(4000) + 1];
            random.nextBytes(bytes);
            assertThat(answer("text/html", bytes)).isNotNull();
            assertThat(answer(null, bytes)).isNotNull();
        }
    }

    @Test
    void answersAMegabyteOfOneTag() {
        for (String tag : new String[] {"<div>", "<b>", "<p>", "<a href=x>", "<table>", "<li>", "</div>", "<"}) {
            String page = tag.repeat(1024 * 1024 / tag.length());
            assertInTime(page);
        }
    }

    @Test
    void answersOnePhraseOrLineWithoutEnd() {
        for (String piece : new String[] {
            "<p>a", "<li>a<li>b", "Read more", "aRead moreB", "\n1 Oct 2024", "subscribe to ", "<h1>a b"
        }) {
            String page = piece.repeat(512 * 1024 / piece.length());
            assertInTime(page);
            assertTimeoutPreemptively(LIMIT, () -> answer("text/plain", page.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void answersOnePartOfAPageWithoutEnd() {
        for (String piece : new String[] {
            "for all of us <span aria-hidden=true>4 days</span><span class=sr-only>four days</span> and ",
            "word<sup><a href='#n'>1</a></sup>",
            "a word <button>here</button> and ",
            "<dt>posts</dt><dd>3</dd>",
            "<div><h2>a</h2><p>11 May 2026</p><p>" + SENTENCE + "</div>",
            "<h2><a href=x>a long title here</a></h2><span>subscribers only</span>"
        }) {
            assertInTime("<h1>A headline</h1><p>12 May 2026<p>" + SENTENCE + piece.repeat(512 * 1024 / piece.length()));
        }
    }

    @Test
    void findsTheTextUnderAHundredThousandNestedElements() {
        String page = "<div>".repeat(100_000) + SENTENCE.repeat(5) + "</div>".repeat(100_000);
        Extraction extraction = assertInTime(page);
        assertThat(((Extraction.Extracted) extraction).article().body()).contains("harbour of Lindhaven");
    }

    @Test
    void readsAnElementOfTenThousandAttributes() {
        StringBuilder page = new StringBuilder("<body><div ");
        for (int i = 0; i < 10_000; i++) {
            page.append("data-a").append(i).append("='").append(i).append("' ");
        }
        page.append(">").append(SENTENCE.repeat(5)).append("</div>");
        Extraction extraction = assertInTime(page.toString());
        assertThat(((Extraction.Extracted) extraction).article().body()).contains("first ferry left on time");
    }

    @Test
    void answersDeeplyNestedJsonLd() {
        String page = "<script type='application/ld+json'>" + "[".repeat(200_000) + "</script>" + SENTENCE.repeat(5);
        assertInTime(page);
    }

    private Extraction assertInTime(String page) {
        return assertTimeoutPreemptively(LIMIT, () -> answer("text/html", page.getBytes(StandardCharsets.UTF_8)));
    }

    private Extraction answer(String mediaType, byte[] bytes) {
        return extractor.extract(new SourceDocument("https://news.example/a", mediaType, null, bytes, null));
    }

    private RejectionReason extract(byte[] bytes) {
        return ((Extraction.Rejected) answer("text/html", bytes)).reason();
    }
}
