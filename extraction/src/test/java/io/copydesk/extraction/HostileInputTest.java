package io.copydesk.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bytes nobody wrote for readers: each gets an answer in time, none an exception. */
class HostileInputTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String SENTENCE =
            "<p>The harbour of Lindhaven reopened on Tuesday after eleven weeks of repairs, and the first ferry left on time.</p>";

    private final Extractor extractor = Extractor.create(ExtractorOptions.DEFAULT.withMaxBytes(64 * 1024 * 1024));

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
    void answersTenMegabytesOfOneTag() {
        for (String tag : new String[] {"<div>", "<b>", "<p>", "<a href=x>", "<table>", "<li>", "</div>", "<"}) {
            String page = tag.repeat(10 * 1024 * 1024 / tag.length());
            assertInTime(page);
        }
    }

    @Test
    void answersMegabytesOfOnePhraseOrLine() {
        for (String piece : new String[] {
            "<p>a", "<li>a<li>b", "Read more", "aRead moreB", "\n1 Oct 2024", "subscribe to ", "<h1>a b"
        }) {
            String page = piece.repeat(2 * 1024 * 1024 / piece.length());
            assertInTime(page);
            assertTimeoutPreemptively(LIMIT, () -> answer("text/plain", page.getBytes(StandardCharsets.UTF_8)));
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
