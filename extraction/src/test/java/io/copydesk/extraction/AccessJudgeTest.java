package io.copydesk.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.metadata.PageElements;
import io.copydesk.extraction.notice.NoticeReport.Wall;
import io.copydesk.schemas.Access;
import io.copydesk.schemas.Access.State;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class AccessJudgeTest {

    private static final String LOCKED_PART = """
            <script type="application/ld+json">{"isAccessibleForFree": false,
              "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": ".locked"}}</script>
            """;

    @Test
    void saysNothingWhenNothingTells() {
        AccessJudge judge = AccessJudge.of(Wall.NONE);
        assertThat(judge.free()).isNull();
        assertThat(judge.access()).isEqualTo(Access.FREE);
    }

    @Test
    void believesTheEndOfTheTextMoreThanADeclaration() {
        Access access = judge(true, wall(false), "<p>Text</p>");
        assertThat(access.state()).isEqualTo(State.PAYWALLED);
        assertThat(access.bodyPartial()).isTrue();
    }

    @Test
    void takesAPitchInsideAnArticleForNoWall() {
        assertThat(judge(true, wall(true), "<p>Text</p>").state()).isEqualTo(State.FREE);
        assertThat(judge(null, wall(true), "<p>Text</p>").state()).isEqualTo(State.FREE);
    }

    @Test
    void keepsADeclaredWallWithTheTextBelowIt() {
        Access access = judge(false, wall(true), "<p>Text</p>");
        assertThat(access.state()).isEqualTo(State.PAYWALLED);
        assertThat(access.bodyPartial()).isFalse();
    }

    @Test
    void tellsAnEmptyLockedPartFromAFullOne() {
        String text = "The harbour reopened on Tuesday after eleven weeks of repairs.";
        assertThat(judge(false, Wall.NONE, LOCKED_PART + "<div class=locked>" + text + "</div>")
                        .bodyPartial())
                .isFalse();
        Access empty = judge(false, Wall.NONE, LOCKED_PART + "<div class=locked></div>");
        assertThat(empty.bodyPartial()).isTrue();
        assertThat(empty.evidence()).contains("markup: the locked part is empty");
    }

    @Test
    void readsTheContentTierAndTheClasses() {
        String metered = "<meta property='article:content_tier' content='metered'>";
        assertThat(judge(false, Wall.NONE, metered).state()).isEqualTo(State.METERED);
        String restricted = "<article class='post access-restricted'><p>Text</p></article>";
        assertThat(judge(null, Wall.NONE, restricted).state()).isEqualTo(State.PAYWALLED);
        assertThat(judge(true, Wall.NONE, restricted).state()).isEqualTo(State.FREE);
    }

    @Test
    void survivesSelectorsThatAreNone() {
        String broken = LOCKED_PART.replace(".locked", "..[");
        assertThat(judge(false, Wall.NONE, broken).bodyPartial()).isFalse();
    }

    private static Access judge(Boolean declared, Wall wall, String html) {
        return AccessJudge.of(
                        declared,
                        wall,
                        AccessMarkup.read(Jsoup.parse(html), PageElements.of(Jsoup.parse(html))),
                        List.of())
                .access();
    }

    private static Wall wall(boolean textGoesOn) {
        return new Wall(true, false, null, textGoesOn, List.of("notice: Subscribe to continue reading"));
    }
}
