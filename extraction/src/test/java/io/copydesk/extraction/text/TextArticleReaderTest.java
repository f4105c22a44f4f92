package io.copydesk.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.notice.NoticeFilter;
import io.copydesk.extraction.notice.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextArticleReaderTest {

    private static final String PARAGRAPH =
            "The harbour of Lindhaven reopened on Tuesday after eleven weeks of repairs, and the first ferry to the islands left on time with four hundred passengers.";

    private final TextArticleReader reader =
            new TextArticleReader(NoticeFilter.create().gluedTeasers());

    @Test
    void takesTheFirstLinesAsHeadlineAndStandfirst() {
        TextArticle article = reader.read(
                "Lindhaven harbour open again\nRepairs took eleven weeks and more money than planned\n" + PARAGRAPH);
        assertThat(article.headline()).isEqualTo("Lindhaven harbour open again");
        assertThat(article.standfirst()).isEqualTo("Repairs took eleven weeks and more money than planned");
        assertThat(article.passages()).extracting(Passage::text).containsExactly(PARAGRAPH);
    }

    @Test
    void takesNoHeadlineFromATextThatBeginsWithASentence() {
        TextArticle article = reader.read(PARAGRAPH + "\n" + PARAGRAPH.replace("Tuesday", "Monday"));
        assertThat(article.headline()).isNull();
        assertThat(article.passages()).hasSize(2);
    }

    @Test
    void understandsBylineDateAndSectionLines() {
        TextArticle article = reader.read(
                "Lindhaven harbour open again\n\nWritten by Mara Velt\n\nNov.03 - 2024 2:42 PM CET\n\nCoast\n"
                        + PARAGRAPH + "\n\nCoast\n");
        assertThat(article.authors()).containsExactly("Mara Velt");
        assertThat(article.published().iso()).isEqualTo("2024-11-03T14:42:00+01:00");
        assertThat(article.section()).isEqualTo("Coast");
        assertThat(article.passages()).extracting(Passage::text).containsExactly(PARAGRAPH);
        assertThat(article.removed())
                .extracting(s -> s.removed().rule())
                .containsExactly("text/byline", "text/date-line", "text/section-label", "text/section-label");
    }

    @Test
    void takesAGluedHeadApart() {
        TextArticle article = reader.read("Lindhaven harbour open again\n"
                + "Mara VeltTue 5 Nov 2024 12.35 ESTFirst published on Tue 5 Nov 2024 09.51 ESTShare" + PARAGRAPH);
        assertThat(article.authors()).containsExactly("Mara Velt");
        assertThat(article.modified().iso()).isEqualTo("2024-11-05T12:35:00-05:00");
        assertThat(article.published().iso()).isEqualTo("2024-11-05T09:51:00-05:00");
        assertThat(article.passages()).extracting(Passage::text).containsExactly(PARAGRAPH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mara VeltMontag, 4. November 2024",
                "Mara Veltlundi 4 novembre 2024",
                "Mara Velt, lunedì 4 novembre 2024",
                "Mara VeltMon 4 Nov 2024"
            })
    void takesTheWeekdayForNoPartOfTheName(String head) {
        TextArticle article = reader.read("Lindhaven harbour open again\n" + head + PARAGRAPH);
        assertThat(article.authors()).containsExactly("Mara Velt");
        assertThat(article.published().iso()).isEqualTo("2024-11-04");
        assertThat(article.passages()).extracting(Passage::text).containsExactly(PARAGRAPH);
    }

    @Test
    void leavesASentenceThatBeginsWithADateAlone() {
        String sentence =
                "On 5 November 2024 the harbour reopened, said the mayor, who had promised as much in spring when the quay was still under water and the ferries lay idle.";
        assertThat(reader.read(sentence).passages()).extracting(Passage::text).containsExactly(sentence);
        String named =
                "Mara Velt arrived on Tue 5 Nov 2024 with the first ferry, and nobody on the quay could remember a longer winter or a louder brass band than that one.";
        assertThat(reader.read(named).passages()).extracting(Passage::text).containsExactly(named);
    }

    @Test
    void cutsTeasersGluedIntoParagraphs() {
        TextArticle article = reader.read("The new quay: what we know so farRead more" + PARAGRAPH);
        assertThat(article.passages()).extracting(Passage::text).containsExactly(PARAGRAPH);
        assertThat(article.removed())
                .extracting(s -> s.removed().text())
                .containsExactly("The new quay: what we know so farRead more");
    }

    @Test
    void keepsTheWordsReadMoreInsideASentence() {
        String sentence =
                "Children should Read more books, the librarian of Lindhaven wrote on a poster that now hangs in every classroom of the old school behind the harbour.";
        assertThat(reader.read(sentence).passages()).extracting(Passage::text).containsExactly(sentence);
    }

    @Test
    void dropsLinesWithoutWords() {
        TextArticle article = reader.read(PARAGRAPH + "\n. . .\n* * *\n" + PARAGRAPH.replace("first", "second"));
        assertThat(article.passages()).hasSize(2);
        assertThat(article.removed()).hasSize(2);
    }
}
