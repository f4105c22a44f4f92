package io.copydesk.extraction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.notice.NoticePattern.Effect;
import io.copydesk.extraction.notice.NoticePattern.Match;
import io.copydesk.extraction.notice.NoticePattern.Scope;
import io.copydesk.schemas.RemovalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticePatternTest {

    @Test
    void matchesOnlyAtTheWordThatIsAskedFor() {
        NoticePattern pattern = pattern("follow us/me on");
        String text = "Please follow ME on";
        assertThat(match(pattern, text, 0)).isNull();
        assertThat(match(pattern, text, 1)).isEqualTo(new Match(1, 4, 3, -1));
        assertThat(match(pattern, text, 2)).isNull();
        assertThat(match(pattern, "follow me", 0)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"subscri, true", "subscriber, true", "subs, false", "resubscribe, false"})
    void aStemIsThePrefixOfAWord(String word, boolean matches) {
        assertThat(match(pattern("please subscri~"), "please " + word, 0) != null)
                .isEqualTo(matches);
    }

    @Test
    void anOptionalWordCountsOnlyWhereItIsFound() {
        NoticePattern pattern = pattern("share this? article");
        assertThat(match(pattern, "share this article", 0)).isEqualTo(new Match(0, 3, 3, -1));
        assertThat(match(pattern, "share article", 0)).isEqualTo(new Match(0, 2, 2, -1));
        assertThat(match(pattern, "share that article", 0)).isNull();
    }

    @Test
    void givesAnOptionalWordBackWhenTheRestNeedsIt() {
        assertThat(match(pattern("share this? this"), "share this", 0)).isEqualTo(new Match(0, 2, 2, -1));
    }

    @ParameterizedTest
    @CsvSource({
        "read story, 2",
        "read a story, 3",
        "read one two three four story, 6",
        "read one two three four five story, -1",
        "read a story of a story, 3"
    })
    void aGapIsTheFewestOfUpToFourWords(String text, int end) {
        Match match = match(pattern("read * story"), text, 0);
        assertThat(match == null ? -1 : match.end()).isEqualTo(end);
        assertThat(match == null ? 2 : match.literal()).isEqualTo(2);
    }

    @Test
    void widensAGapWhenTheRestDoesNotMatch() {
        assertThat(match(pattern("read * the story"), "read the the story", 0)).isEqualTo(new Match(0, 4, 3, -1));
    }

    @Test
    void aGapAtTheEndLeavesThePatternOpen() {
        assertThat(pattern("donate *").isOpen()).isTrue();
        assertThat(pattern("donate * now").isOpen()).isFalse();
        assertThat(match(pattern("donate *"), "donate", 0)).isEqualTo(new Match(0, 1, 1, -1));
    }

    @ParameterizedTest
    @CsvSource({"0 comments, 0", "17 comments, 17", "999999 comments, 999999", "٤٢ comments, 42"})
    void readsTheNumberThatAPatternAsksFor(String text, int number) {
        assertThat(match(pattern("# comments"), text, 0)).isEqualTo(new Match(0, 2, 2, number));
    }

    @ParameterizedTest
    @CsvSource({"1000000 comments", "many comments", "17 answers"})
    void hasNoNumberWhereThereIsNone(String text) {
        assertThat(match(pattern("# comments"), text, 0)).isNull();
    }

    @Test
    void inScriptsWithoutBlanksEachLetterIsAWord() {
        NoticePattern pattern = pattern("会員/購読者 限定");
        assertThat(match(pattern, "会員限定です", 0)).isEqualTo(new Match(0, 4, 4, -1));
        assertThat(match(pattern, "購読者限定", 0)).isEqualTo(new Match(0, 5, 5, -1));
        assertThat(match(pattern, "会員", 0)).isNull();
        assertThat(match(pattern, "会員証", 0)).isNull();
        NoticePattern optional = pattern("限定 会員?");
        assertThat(match(optional, "限定会員", 0)).isEqualTo(new Match(0, 4, 4, -1));
        assertThat(match(optional, "限定", 0)).isEqualTo(new Match(0, 2, 2, -1));
    }

    private static NoticePattern pattern(String notation) {
        return new NoticePattern(
                "notices/en/share-1",
                "en",
                RemovalReason.SHARE,
                Scope.ANYWHERE,
                1,
                Effect.NONE,
                PatternReader.read(notation).get(0));
    }

    private static Match match(NoticePattern pattern, String text, int at) {
        return pattern.matchAt(NoticeWords.of(text), at);
    }
}
