package io.copydesk.extraction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.notice.NoticePattern.Effect;
import io.copydesk.extraction.notice.NoticePattern.Scope;
import io.copydesk.schemas.RemovalReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceTailsTest {

    private static final String HEAD = "The quay of Lindhaven held all winter, and the boats came back.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Notice here.",
                "Notice here",
                "(Notice here.)",
                "[Notice here]",
                "Notice: here!",
                "المزيد Notice."
            })
    void splitsOffALastSentenceThatIsANotice(String notice) {
        assertThat(split(HEAD + " " + notice, 5)).isEqualTo(HEAD + "|" + notice);
    }

    @Test
    void aClosingMarkMayFollowTheEndOfASentence() {
        String quoted = HEAD.substring(0, HEAD.length() - 1) + "!”";
        assertThat(split(quoted + " Notice here.", 5)).isEqualTo(quoted + "|Notice here.");
        assertThat(split(HEAD.replace("back.", "back”") + " Notice here.", 5)).doesNotContain("|");
    }

    @ParameterizedTest
    @ValueSource(strings = {"“Notice” here.", "Notice »here«", "『Notice』"})
    void keepsQuotes(String sentence) {
        assertThat(split(HEAD + " " + sentence, 9)).doesNotContain("|");
    }

    @ParameterizedTest
    @CsvSource({"4, false", "5, true"})
    void theScoreMustExceedThatOfALine(int score, boolean splits) {
        assertThat(split(HEAD + " Notice here.", score).contains("|")).isEqualTo(splits);
    }

    @ParameterizedTest
    @CsvSource({"5, false", "6, true"})
    void aPhraseInsideTheSentenceNeedsOneMore(int score, boolean splits) {
        List<Passage> parts = SentenceTails.split(
                List.of(passage(HEAD + " Notice here.")), tail -> hit(tail, RemovalReason.APP, Scope.ANYWHERE, score));
        assertThat(parts).hasSize(splits ? 2 : 1);
    }

    @ParameterizedTest
    @CsvSource({"Notice here., 1", "Notice: here., 2", "(Notice here.), 2", "[Notice here], 2"})
    void aReferenceToAnotherPageNeedsALabelOrBrackets(String sentence, int parts) {
        assertThat(SentenceTails.split(
                        List.of(passage(HEAD + " " + sentence)),
                        tail -> hit(tail, RemovalReason.RELATED, Scope.START, 9)))
                .hasSize(parts);
    }

    @Test
    void splitsOffAtMostFourSentencesInTheirOrder() {
        assertThat(split(HEAD + " Notice a. Notice b.", 5)).isEqualTo(HEAD + "|Notice a.|Notice b.");
        String five = " Notice a. Notice b. Notice c. Notice d. Notice e.";
        assertThat(split(HEAD + five, 5)).isEqualTo(HEAD + " Notice a.|Notice b.|Notice c.|Notice d.|Notice e.");
    }

    @Test
    void aShortHeadOrALongTailIsNotSplit() {
        String head = "a".repeat(39) + ".";
        assertThat(split(head + " Notice", 5)).contains("|");
        assertThat(split(head.substring(1) + " Notice", 5)).doesNotContain("|");
        assertThat(split(HEAD + " Notice" + " x".repeat(121), 5)).contains("|");
        assertThat(split(HEAD + " Notice" + " x".repeat(122), 5)).doesNotContain("|");
    }

    @Test
    void headingsAndPreformattedTextAreNotSplit() {
        Passage heading = new Passage(0, HEAD + " Notice here.", true, 0);
        Passage code = new Passage(1, HEAD + " Notice here.", false, 0, true);
        assertThat(SentenceTails.split(List.of(heading, code), tail -> hit(tail, RemovalReason.APP, Scope.START, 9)))
                .containsExactly(heading, code);
    }

    private static String split(String text, int score) {
        return String.join(
                "|",
                SentenceTails.split(List.of(passage(text)), tail -> hit(tail, RemovalReason.APP, Scope.START, score))
                        .stream()
                        .map(Passage::text)
                        .toList());
    }

    private static Passage passage(String text) {
        return new Passage(0, text, false, 0);
    }

    private static Hit hit(Passage passage, RemovalReason reason, Scope scope, int score) {
        return passage.text().contains("Notice")
                ? new Hit(new NoticePattern("notices/x", "en", reason, scope, 1, Effect.NONE, List.of()), -1, score)
                : null;
    }
}
