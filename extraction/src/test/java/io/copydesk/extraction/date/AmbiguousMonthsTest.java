package io.copydesk.extraction.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmbiguousMonthsTest {

    /** All words of {@code months.txt} that mean two months, with both by a language of each. */
    private static final Map<String, Map<String, Integer>> WORDS = Map.of(
            "listopad", Map.of("pl", 11, "cs", 11, "hr", 10, "bs", 10, "sr", 10, "sh", 10),
            "listopada", Map.of("pl", 11, "hr", 10, "bs", 10, "sr", 10, "sh", 10),
            "lis", Map.of("pl", 11, "cs", 11, "hr", 10, "bs", 10, "sr", 10, "sh", 10),
            "lip", Map.of("pl", 7, "hr", 6, "bs", 6, "sr", 6, "sh", 6),
            "srp", Map.of("cs", 8, "hr", 7, "bs", 7, "sr", 7, "sh", 7));

    @Test
    void theseAreAllWordsOfTwoMonths() {
        assertThat(MonthNames.ambiguous()).isEqualTo(WORDS.keySet());
    }

    @Test
    void noWordMeansTwoMonthsWithoutAHint() {
        for (String word : WORDS.keySet()) {
            assertThat(DateReader.readField("12 " + word + " 2024", null))
                    .as(word)
                    .isEmpty();
            assertThat(DateReader.readField("12 " + word + " 2024", "en"))
                    .as(word)
                    .isEmpty();
            assertThat(DateReader.readField(word + " 2024", null)).as(word).isEmpty();
            assertThat(DateReader.read("12 " + word + " 2024", new DateHint(null, true)))
                    .as(word)
                    .isEmpty();
        }
    }

    @Test
    void eachHintResolvesIt() {
        WORDS.forEach((word, months) -> months.forEach((language, month) -> {
            String iso = "2024-%02d-12".formatted(month);
            String text = "12 " + word + " 2024";
            assertThat(DateReader.readField(text, language).map(WrittenDate::iso))
                    .as(word)
                    .hasValue(iso);
            assertThat(DateReader.read(text, new DateHint(language, true)).map(WrittenDate::iso))
                    .as(word)
                    .hasValue(iso);
            assertThat(DateReader.isDecisive(language)).isTrue();
        }));
    }

    @ParameterizedTest
    @CsvSource({"pl-PL,2024-11-12", "PL,2024-11-12", "hr_HR,2024-10-12", "' hr ',2024-10-12"})
    void theHintIsAnyTagOfTheLanguage(String tag, String iso) {
        assertThat(DateReader.readField("12 listopada 2024", tag).map(WrittenDate::iso))
                .hasValue(iso);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de-CH", "uk", ""})
    void otherLanguagesDecideNothing(String language) {
        assertThat(DateReader.isDecisive(language)).isFalse();
        assertThat(DateReader.isDecisive(null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'wt, 12 lis 2024',2024-11-12", // a Tuesday in November, a Saturday in October
        "'sub, 12 lis 2024',2024-10-12",
        "'Sat, 12 lis 2024',2024-10-12",
        "'sobota 12 listopada 2024',2024-10-12",
        "'wtorek 12 listopada 2024',2024-11-12",
        "'12 listopada 2024 (x), úterý',2024-11-12",
        "'31 listopada 2024',2024-10-31",
        "'2024 lis 31',2024-10-31"
    })
    void theWeekdayOrTheLengthOfTheMonthDecidesWithoutAHint(String text, String iso) {
        assertThat(DateReader.readField(text, null).map(WrittenDate::iso)).hasValue(iso);
    }

    @Test
    void theHintPrevailsOverTheWeekday() {
        assertThat(DateReader.readField("sobota 12 listopada 2024", "pl").map(WrittenDate::iso))
                .hasValue("2024-11-12");
    }

    @Test
    void aWeekdayOfNeitherMonthDecidesNothing() {
        assertThat(DateReader.readField("śr, 12 lis 2024", null)).isEmpty();
        assertThat(DateReader.readField("wt sob 12 lis 2024", null)).isEmpty();
    }

    @Test
    void inRunningTextOnlyAWeekdayBesideTheDateCounts() {
        DateHint none = new DateHint(null, true);
        assertThat(DateReader.read("We wtorek, 12 listopada 2024, 10:15", none).map(WrittenDate::iso))
                .hasValue("2024-11-12");
        assertThat(DateReader.read("12 listopada 2024 (wtorek)", none).map(WrittenDate::iso))
                .hasValue("2024-11-12");
        assertThat(DateReader.read("We wtorek rano w porcie, 12 listopada 2024", none))
                .isEmpty();
        assertThat(DateReader.read("12 listopada 2024 o 10:15 we wtorek", none)).isEmpty();
    }

    @Test
    void anAmbiguousDateIsFoundButNotRead() {
        List<DateReader.Found> found =
                DateReader.findAll("12 listopada 2024, 10:15 | 3 maja 2024", new DateHint(null, true));
        assertThat(found).extracting(DateReader.Found::date).element(0).isNull();
        assertThat(found.get(0).end()).isEqualTo("12 listopada 2024, 10:15".length());
        assertThat(found.get(1).date().iso()).isEqualTo("2024-05-03");
        assertThat(DateReader.hasDate("12 listopada 2024")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"pro,cs,12", "pro,hr,12", "led,cs,1", "sub,tr,2", "lis,pl,11", "lis,hr,10"})
    void anEverydayWordIsAMonthOfRunningTextInItsOwnLanguageOnly(String word, String language, int month) {
        String text = "12 " + word + " 2024";
        assertThat(DateReader.read(text, new DateHint(language, true))
                        .map(date -> date.date().getMonthValue()))
                .hasValue(month);
        assertThat(DateReader.hasDate(text)).isFalse();
        assertThat(DateReader.read(text, new DateHint("en", true))).isEmpty();
    }

    @Test
    void anEverydayWordIsAMonthOfAField() {
        assertThat(DateReader.readField("12 pro 2024", null).map(WrittenDate::iso))
                .hasValue("2024-12-12");
    }
}
