package io.copydesk.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.Enrichment.Enriched;
import io.copydesk.enrich.revision.Revisions;
import io.copydesk.enrich.sketch.StoredSketch;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts of a million characters that were written to take long, or to fill records and state. */
class HostileTextTest {

    private static final int LENGTH = 1_000_000;

    /** Of a word that is published, a name of up to eight words included. */
    private static final int LONGEST_NAME = 8 * 251;

    /** Of what is kept of an article to compare it with others. */
    private static final int MOST_BYTES = 200_000;

    private static Stream<String> texts() {
        return Stream.of(
                        "a",
                        "A",
                        "1",
                        "1,",
                        "1.2:",
                        "b'",
                        "B’",
                        "a-",
                        "A&",
                        "word ",
                        "Ida Holm ",
                        "IdaHolm",
                        "A. ",
                        "\"",
                        "“",
                        "“a ",
                        "“Gulls!” said Ida Holm. ",
                        "'a ",
                        "«a» ",
                        "\n— a",
                        ". ",
                        "\n",
                        "\u200b",
                        "a\u200b",
                        "\u0301\u0323",
                        "a\u0301\u0323",
                        "\uD83D",
                        "😀",
                        "王",
                        "王小明说",
                        "ア",
                        "ท่าเรือ",
                        "وال",
                        "ו",
                        "(A) ",
                        "Bank of ",
                        "President ",
                        "said: ")
                .map(part -> part.repeat(LENGTH / part.length()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    @Timeout(60)
    void isReadInTimeAndPublishesNoMoreThanNames(String text) {
        for (String language : List.of("en", "es", "zh", "ar")) {
            Article article = Corpus.article("a", "a.example", "2031-03-01T00:00:00Z", text, text).toBuilder()
                    .inLanguage(language)
                    .build();
            Enriched enriched = new Enrichment().of(article);
            List<String> published = new ArrayList<>(enriched.article().keywords());
            enriched.article().mentions().stream().map(Mention::name).forEach(published::add);
            published.addAll(enriched.sketch().terms().keywords(Integer.MAX_VALUE));
            assertThat(published).allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(LONGEST_NAME));
            assertThat(StoredSketch.bytes(enriched.sketch()).length).isLessThan(MOST_BYTES);
            assertThat(enriched.article().headline()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    @Timeout(30)
    void isComparedInTimeWithAnotherVersion(String text) {
        Article before = Corpus.article("a", "a.example", null, "Hostile", text);
        String turned = text.substring(LENGTH / 3) + ". New. " + text.substring(0, LENGTH / 3);
        assertThat(Revisions.between(before, Corpus.revised(before, turned)).previousVersion())
                .isEqualTo(1);
    }
}
