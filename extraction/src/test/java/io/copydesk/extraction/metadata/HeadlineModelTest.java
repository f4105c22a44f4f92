package io.copydesk.extraction.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class HeadlineModelTest {

    @Test
    void choosesTheTitleWithTheHighestSumAndTheFirstOfEqualOnes() {
        HeadlineSheet sheet = MetadataReader.titles(
                Jsoup.parse("<title>Harbour reopens after storm</title><h1>The harbour of Kelm is open again</h1>"),
                "https://herald.example/1");

        assertThat(HeadlineModel.parse(List.of("tag 1", "main-heading 2")).choose(sheet))
                .isEqualTo("The harbour of Kelm is open again");
        assertThat(HeadlineModel.parse(List.of("tag 3", "main-heading 2")).choose(sheet))
                .isEqualTo("Harbour reopens after storm");
        assertThat(HeadlineModel.parse(List.of()).choose(sheet))
                .isEqualTo(sheet.texts().get(0));
    }

    @Test
    void choosesNothingOnAPageWithoutATitle() {
        HeadlineSheet sheet = MetadataReader.titles(Jsoup.parse("<p>Boats</p>"), null);

        assertThat(HeadlineModel.load().choose(sheet)).isNull();
        assertThat(sheet.texts()).isEmpty();
    }

    @Test
    void refusesLinesThatAreNoWeights() {
        assertThatThrownBy(() -> HeadlineModel.parse(List.of("smell 1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("smell");
        assertThatThrownBy(() -> HeadlineModel.parse(List.of("tag 1 2"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void titlesThatDifferInMarksCaseAndWhiteSpaceAreOne() {
        HeadlineSheet sheet = MetadataReader.titles(
                Jsoup.parse("<title>Kelm’s harbour  REOPENS!</title><h1>🚢 Kelm's harbour reopens</h1>"), null);

        assertThat(sheet.texts()).containsExactly("Kelm’s harbour REOPENS!");
        assertThat(HeadlineSheet.key("Ｋｅｌｍ – हिन्दी — ok")).isEqualTo("kelm हिन्दी ok");
    }

    @Test
    void thousandsOfTitlesAndWordsAreReadInLittleTime() {
        String heading = "<h1>" + "a b c d ".repeat(4000) + "</h1>";
        String page = "<title>" + "x - ".repeat(5000) + "</title>" + heading.repeat(300) + "<h1>Quay</h1>".repeat(5000);

        HeadlineSheet sheet = MetadataReader.titles(Jsoup.parse(page), "https://h.example/" + "a-b-c-".repeat(400));

        assertThat(sheet.texts()).hasSizeLessThanOrEqualTo(30);
    }
}
