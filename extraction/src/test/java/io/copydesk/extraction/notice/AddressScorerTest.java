package io.copydesk.extraction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.RemovalReason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each feature of an address by itself, on a vocabulary of a few words. */
class AddressScorerTest {

    private static final Vocabulary VOCABULARY = Vocabulary.of(Map.of(
            "en",
            List.of(
                    "newsletter newsletter",
                    "comment comments",
                    "follow facebook",
                    "account account",
                    "offer free",
                    "you you your",
                    "we we our",
                    "call subscribe get",
                    "ask want",
                    "common the of"),
            "es",
            List.of("device dispositivo", "subscription suscripcion", "you tu", "call cierra", "common el en")));

    private final AddressScorer scorer = new AddressScorer(
            VOCABULARY,
            new Speech(NoticePack.of(Map.of("en", List.of("@report said"), "es", List.of("@report dijo")))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Subscribe to our newsletter          | 4 | 5
            Get your newsletter and comments     | 5 | 6
            Get facebook comments, newsletter    | 5 | 6
            Now: subscribe to our newsletter     | 4 | 5
            We subscribe to our newsletter       | 0 | 4
            Your newsletter                      | 0 | 3
            Get newsletter                       | 0 | 4
            Want our newsletter?                 | 4 | 5
            Want our newsletter.                 | 0 | 3
            You want our newsletter?             | 0 | 3
            Get our free account                 | 0 | 4
            Get your account                     | 0 | 3
            Get your newsletter                  | 0 | 5
            The newsletter of comments           | 0 | 0
            Subscribe to your paper              | 0 | 0
            newsletter                           | 0 | 0
            """)
    void betweenParagraphsAnAddressNeedsMoreThanAtTheEdge(String text, int inside, int edge) {
        assertThat(score(text, false, "en")).isEqualTo(inside);
        assertThat(score(text, true, "en")).isEqualTo(edge);
    }

    @ParameterizedTest
    @CsvSource({"22, 4", "23, 3", "32, 3", "33, 2", "45, 2", "46, 0"})
    void shortLinesAreAPointAndLongOnesCostOne(int words, int score) {
        assertThat(score("Subscribe to our newsletter" + " word".repeat(words - 4), false, "en"))
                .isEqualTo(score);
    }

    @Test
    void severalTopicsAreOfTheSiteOnlyInAShortLine() {
        String text = "Get your newsletter and comments" + " word".repeat(17);
        assertThat(score(text, false, "en")).isEqualTo(5);
        assertThat(score(text + " word", false, "en")).isZero();
    }

    @Test
    void upToThreeTopicsCount() {
        assertThat(score("Get our newsletter, comments, facebook", false, "en")).isEqualTo(6);
        assertThat(score("Get our newsletter, comments, facebook, account, free", false, "en"))
                .isEqualTo(6);
    }

    @Test
    void quotesAndReportsCountAgainstIt() {
        assertThat(score("Subscribe to our newsletter, Mara said", false, "en")).isEqualTo(1);
        assertThat(score("“Subscribe to our newsletter”", false, "en")).isEqualTo(1);
    }

    @Test
    void listsHeadingsAndLinesOfCodeAreNoAddresses() {
        String text = "Subscribe to our newsletter";
        assertThat(score(text + ":", true, "en")).isZero();
        assertThat(scorer.score(new Passage(0, text, true, 0), false, "en")).isNull();
        assertThat(scorer.score(new Passage(0, text, true, 0), true, "en")).isNotNull();
        assertThat(scorer.score(new Passage(0, text, false, 0, true), true, "en"))
                .isNull();
        assertThat(score("Subscribe to\nour newsletter", true, "en")).isZero();
    }

    @Test
    void linesOfMoreThanFourHundredAndFiftyCharactersAreNotRead() {
        String text = "Subscribe to our newsletter" + " ".repeat(423);
        assertThat(score(text, false, "en")).isEqualTo(4);
        assertThat(score(text + " ", false, "en")).isZero();
    }

    @Test
    void threeKnownWordsAreForeignUnlessTheArticlesLanguageHasHalfAsManyAndTwoWhereItHasNone() {
        Hit hit = scorer.score(new Passage(0, "Cierra tu dispositivo", false, 0), false, "en");
        assertThat(hit.score()).isEqualTo(6);
        assertThat(hit.pattern().rule()).isEqualTo("notices/es/address");
        assertThat(hit.pattern().language()).isEqualTo("es");
        assertThat(hit.pattern().reason()).isEqualTo(RemovalReason.DEVICE_SHARING);
        assertThat(score("Cierra tu dispositivo:", false, "en")).isEqualTo(6);
        assertThat(score("Cierra dispositivo", true, "en")).isEqualTo(6);
        assertThat(score("Cierra the dispositivo", true, "en")).isZero();
        assertThat(score("Cierra tu dispositivo en the", false, "en")).isEqualTo(6);
        assertThat(score("Cierra tu dispositivo en the of", false, "en")).isZero();
    }

    @Test
    void aForeignLineAboutTheSiteInTwoWaysIsANoticeThatCallsOnNobody() {
        assertThat(score("Una suscripcion en el dispositivo", false, "en")).isEqualTo(4);
        assertThat(score("Una suscripcion en el dispositivo", false, "es")).isZero();
        assertThat(score("En el puerto el dispositivo", false, "en")).isZero();
    }

    @Test
    void addressesOfPagesAndSingleLettersAreInNoLanguage() {
        assertThat(score("https://site.example/newsroom/newsletter/de/la/suscripcion", false, "de"))
                .isZero();
        assertThat(score("M | T | W | T | F | S | S", true, "fr")).isZero();
    }

    @Test
    void withoutALanguageTheBestKnownOneIsRead() {
        assertThat(score("Cierra dispositivo", true, null)).isEqualTo(4);
        assertThat(score("Cierra tu dispositivo", false, null)).isZero();
    }

    @Test
    void anArticleInALanguageWithoutAPackHasOnlyForeignAddressesInEnglish() {
        assertThat(score("Subscribe to our newsletter", false, "mt")).isEqualTo(6);
        assertThat(score("Cierra tu dispositivo", true, "mt")).isZero();
    }

    @Test
    void theFirstTopicInTheOrderOfRolesNamesTheNotice() {
        Hit hit = scorer.score(new Passage(0, "Get our account, facebook, comments", false, 0), true, "en");
        assertThat(hit.pattern().reason()).isEqualTo(RemovalReason.COMMENTS);
        assertThat(hit.number()).isEqualTo(-1);
    }

    /** 0 for a line that is no address. */
    private int score(String text, boolean edge, String language) {
        Hit hit = scorer.score(new Passage(0, text, false, 0), edge, language);
        return hit == null ? 0 : hit.score();
    }
}
