package io.copydesk.extraction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each piece of evidence by itself, on a pack of a few phrases. */
class NoticeScorerTest {

    private static final NoticePack PACK = NoticePack.of(Map.of(
            "en",
            List.of(
                    "@report said",
                    "share-1 line 2 - follow us",
                    "share-2 start 1 - share",
                    "share-3 line 2 - donate *",
                    "subscription-1 line 2 - subscribe",
                    "newsletter-1 anywhere 2 - sign up for our newsletter",
                    "related-1 anywhere 2 - look here",
                    "related-2 anywhere 2 - more below",
                    "related-3 anywhere 2 - next page",
                    "app-1 start 2 - get the app",
                    "comments-1 line 1 - # comments"),
            "es",
            List.of("share-1 anywhere 2 - siganos en redes", "share-2 anywhere 2 - siganos aqui"),
            "ja",
            List.of("share-1 anywhere 2 - 記事を共有")));

    private final NoticeScorer scorer = new NoticeScorer(PACK, new Speech(PACK));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            follow us               | 5
            please follow us        | 3
            oh please follow us     | 0
            follow us x y           | 4
            follow us x y z         | 0
            subscribe               | 5
            subscribe now           | 0
            now subscribe           | 0
            donate                  | 5
            donate now              | 4
            oh donate               | 0
            look about              | 0
            """)
    void aLineMustBeMostlyThePhraseAndStartWithIt(String text, int score) {
        assertThat(score(text)).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            get the app             | 5
            now get the app         | 4
            oh now get the app      | 0
            """)
    void aStartMayFollowOneWord(String text, int score) {
        assertThat(score(text)).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Share: the harbour reopens after the storm     | en | 4
            Share: the harbour reopens after the storm     |    | 4
            Share: the harbour reopens after the storm     | fr | 0
            Share the harbour with the others              | en | 0
            Do share: the harbour reopens                  | en | 0
            Share now: the harbour reopens                 | en | 0
            Get the app: she said that it was “free”       | en | 5
            """)
    void aWeakWordCountsOnlyAsALabelInItsOwnLanguage(String text, String language, int score) {
        assertThat(score(new Passage(0, text, false, 0), false, language)).isEqualTo(score);
    }

    @Test
    void aLabelEndsWithinSixtyCharacters() {
        String blanks = " ".repeat(54);
        assertThat(score("Share" + blanks + ": the harbour")).isEqualTo(4);
        assertThat(score("Share " + blanks + ": the harbour")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2, 5", "5, 4", "6, 3", "10, 3", "11, 2", "14, 2", "15, 1"})
    void aShortPhraseNeedsToCoverTheLine(int words, int score) {
        assertThat(score("look here" + " word".repeat(words - 2))).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({"7, 5", "8, 4", "12, 4", "13, 3", "45, 3", "46, 2", "90, 2", "91, 0"})
    void aLongPhraseIsNoCoincidenceInALongLine(int words, int score) {
        assertThat(score("sign up for our newsletter" + " word".repeat(words - 5)))
                .isEqualTo(score);
    }

    @Test
    void whereEachLetterIsAWordFiveOfThemAreAShortPhrase() {
        assertThat(score(new Passage(0, "記事を共有", false, 0), false, "ja")).isEqualTo(5);
        assertThat(score(new Passage(0, "記事を共有" + "町".repeat(21), false, 0), false, "ja"))
                .isEqualTo(1);
    }

    @Test
    void aPhraseInsideALineLacksThePointOfTheFirstWord() {
        assertThat(score("look here word word word")).isEqualTo(4);
        assertThat(score("word look here word word")).isEqualTo(3);
    }

    @Test
    void theEdgeOfTheArticleAndLinksArePoints() {
        Passage linked = new Passage(0, "follow us", false, 0.31);
        assertThat(score(linked, false, "en")).isEqualTo(6);
        assertThat(score(linked, true, "en")).isEqualTo(7);
        assertThat(score(new Passage(0, "follow us", false, 0.3), true, "en")).isEqualTo(6);
    }

    @Test
    void aHeadingOfOneWordIsNoNoticeBetweenParagraphs() {
        assertThat(score(new Passage(0, "subscribe", true, 0), false, "en")).isEqualTo(3);
        assertThat(score(new Passage(0, "subscribe", true, 0), true, "en")).isEqualTo(6);
        assertThat(score(new Passage(0, "follow us", true, 0), false, "en")).isEqualTo(5);
    }

    @Test
    void quotesAndReportsCountAgainstIt() {
        assertThat(score("follow us Mara")).isEqualTo(4);
        assertThat(score("follow us said")).isEqualTo(1);
        assertThat(score("follow us “Mara”")).isEqualTo(1);
    }

    @Test
    void anAddressBesideCommentsIsAPoint() {
        assertThat(score("17 comments Mara")).isEqualTo(3);
        assertThat(score("17 comments @Mara")).isEqualTo(4);
        assertThat(score("@17 comments Mara")).isEqualTo(3);
        assertThat(score("follow us @Mara")).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"en, 7", "es, 5", "pt, 5", "de, 7", ", 5", "mt, 5"})
    void threeWordsOfAForeignLanguageAreTwoPoints(String language, int score) {
        assertThat(score(new Passage(0, "síganos en redes", false, 0), false, language))
                .isEqualTo(score);
        assertThat(score(new Passage(0, "síganos aquí", false, 0), false, language))
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            look here                                                 | 5
            look here look here                                       | 4
            look here more below                                      | 5
            look here more below next page                            | 5
            look here more below next page sign up for our newsletter | 5
            """)
    void upToTwoMorePhrasesAreAPointEach(String text, int score) {
        assertThat(score(text)).isEqualTo(score);
    }

    @Test
    void theBestPhraseNamesTheNoticeAndItsNumber() {
        for (String text :
                List.of("oh look here sign up for our newsletter", "oh sign up for our newsletter look here")) {
            Hit hit = scorer.score(new Passage(0, text, false, 0), false, "en");
            assertThat(hit.pattern().rule()).isEqualTo("notices/en/newsletter-1");
            assertThat(hit.number()).isEqualTo(-1);
        }
        assertThat(scorer.score(new Passage(0, "17 comments", false, 0), false, "en")
                        .number())
                .isEqualTo(17);
    }

    @Test
    void passagesOfMoreThanFiveThousandCharactersAreNeverNotices() {
        String longest = "follow us" + " ".repeat(4991);
        assertThat(score(longest)).isEqualTo(5);
        assertThat(score(longest + " ")).isZero();
    }

    private int score(String text) {
        return score(new Passage(0, text, false, 0), false, "en");
    }

    /** 0 for a passage without a phrase. */
    private int score(Passage passage, boolean edge, String language) {
        Hit hit = scorer.score(passage, edge, language);
        return hit == null ? 0 : hit.score();
    }
}
