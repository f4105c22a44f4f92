package io.copydesk.extraction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.notice.NoticePattern.Effect;
import io.copydesk.extraction.notice.NoticePattern.Scope;
import io.copydesk.schemas.RemovalReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines are drawn as letters: P the last paragraph, N a notice, h a line with a phrase that is not enough, a one that addresses the reader, o any other. */
class TailRunTest {

    private final TailRun tail = new TailRun(new AddressScorer(
            Vocabulary.of(Map.of("en", List.of("newsletter newsletter", "comment comments", "you your"))),
            new Speech(NoticePack.of(Map.of("en", List.of())))));

    @ParameterizedTest
    @CsvSource({
        "PNNh, PNNN",
        "PhNN, PNNN",
        "PNhN, PNNN",
        "PNNa, PNNN",
        "PNNhh, PNNNN",
        "PhhNN, PNNNN",
        "PNNo, PNNo",
        "PNNoN, PNNNN",
        "PNoN, PNoN",
        "PoNN, PoNN",
        "PNNoh, PNNoh",
        "PNh, PNh",
        "Phh, Phh",
        "NNPh, NNPh",
        "NhNPNN, NhNPNN"
    })
    void linesBesideTwoNoticesGoWithThem(String lines, String expected) {
        assertThat(extend(lines, lines.indexOf('P'), 1)).isEqualTo(expected);
    }

    @Test
    void anArticleWithoutAParagraphHasNoTail() {
        assertThat(extend("NNh", -1, 1)).isEqualTo("NNh");
    }

    @ParameterizedTest
    @CsvSource({"25, PNNN", "26, PNNh"})
    void linesOfMoreThanTwentyFiveWordsStay(int words, String expected) {
        assertThat(extend("PNNh", 0, words)).isEqualTo(expected);
    }

    @Test
    void quotesStay() {
        List<Passage> passages = passages("PNNh", "“word”");
        boolean[] gone = {false, true, true, false};
        Hit[] hits = hits("PNNh");
        tail.extend(passages, hits, gone, 0, "en");
        assertThat(gone[3]).isFalse();
    }

    @Test
    void aLineTakesTheReasonOfTheNoticeBeforeItElseOfTheOneAfterIt() {
        Hit[] hits = hits("PhNNh");
        hits[2] = hit(RemovalReason.APP, "en");
        hits[3] = hit(RemovalReason.LOGIN, "es");
        tail.extend(passages("PhNNh", "word"), hits, new boolean[] {false, false, true, true, false}, 0, "en");
        assertThat(hits[1].pattern().reason()).isEqualTo(RemovalReason.APP);
        assertThat(hits[4].pattern().reason()).isEqualTo(RemovalReason.LOGIN);
        assertThat(hits[4].pattern().language()).isEqualTo("es");
        assertThat(hits[4].pattern().rule()).isEqualTo("notices/run");
        assertThat(hits[4].pattern().effect()).isEqualTo(Effect.NONE);
        assertThat(hits[4].score()).isEqualTo(NoticeScorer.ENOUGH);
    }

    private String extend(String lines, int last, int words) {
        boolean[] gone = new boolean[lines.length()];
        for (int i = 0; i < gone.length; i++) {
            gone[i] = lines.charAt(i) == 'N';
        }
        tail.extend(passages(lines, "word" + " word".repeat(words - 1)), hits(lines), gone, last, "en");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < gone.length; i++) {
            out.append(gone[i] ? 'N' : lines.charAt(i));
        }
        return out.toString();
    }

    private static List<Passage> passages(String lines, String text) {
        List<Passage> passages = new ArrayList<>();
        for (char line : lines.toCharArray()) {
            passages.add(new Passage(passages.size(), line == 'a' ? "Your newsletter" : text, false, 0));
        }
        return passages;
    }

    private static Hit[] hits(String lines) {
        Hit[] hits = new Hit[lines.length()];
        for (int i = 0; i < hits.length; i++) {
            hits[i] = "Nh".indexOf(lines.charAt(i)) >= 0 ? hit(RemovalReason.SHARE, "en") : null;
        }
        return hits;
    }

    private static Hit hit(RemovalReason reason, String language) {
        return new Hit(new NoticePattern("notices/x", language, reason, Scope.LINE, 1, Effect.WALL, List.of()), -1, 2);
    }
}
