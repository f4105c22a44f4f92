package io.copydesk.extraction.page;

import static io.copydesk.extraction.page.Scans.p;
import static io.copydesk.extraction.page.Scans.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.copydesk.extraction.page.MainTextFinder.Hints;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockSheetTest {

    @Test
    void outsideOfTheContainerOnlyWhatMayBeAParagraphIsJudged() {
        BlockSheet sheet = sheet("<div id=c><p>x</p></div><p>" + words("ferry", 60) + "</p><p>" + words("ferry", 59)
                + "</p><p><a>" + words("quay", 30) + "</a> " + words("ferry", 29) + "</p>");

        assertThat(candidates(sheet)).containsExactly(true, true, false, false);
        assertThat(sheet.isInside(0)).isTrue();
        assertThat(sheet.isInside(1)).isFalse();
    }

    @Test
    void hiddenBlocksAreNotJudged() {
        assertThat(candidates(sheet("<div id=c><p>x</p><p hidden>y</p></div>"))).containsExactly(true, false);
    }

    @Test
    void theCellsOfATableAreOneUnitButNotColumnsOfAnOldLayout() {
        String cells = "<div id=c><p>x</p><table><tr><td>a</td><td>%s</td><td>c</td></tr></table></div>";

        assertThat(sheet(cells.formatted(words("ferry", 119))).endOfUnit(1)).isEqualTo(4);
        assertThat(sheet(cells.formatted(words("ferry", 120))).endOfUnit(1)).isEqualTo(2);
        assertThat(sheet(cells.formatted("b")).endOfUnit(0)).isEqualTo(1);
    }

    @Test
    void onlyTextsAsLongAsNoticesAreScoredAsSuch() {
        ScannedPage page = Scans.scan("<div id=c><p>" + words("a", 11) + "</p><p>" + words("a", 12) + "</p><p>"
                + words("a", 400) + "</p><p>" + words("a", 401) + "</p></div>" + p("a", 100));
        BlockSheet sheet = BlockSheet.of(
                page, List.of(Scans.region(page, "c")), PageMass.of(page, true), Scans.NO_HINTS, text -> 7);

        assertThat(column(sheet, Feature.NOTICE)).containsExactly(0f, 7f, 7f, 0f, 0f);
    }

    @Test
    void wordsOfTheHeadlineAndCopiesAreCounted() {
        ScannedPage page = Scans.scan("<div id=c><p>Quay of Kelm open</p><p>Quay of Kelm open</p></div>");
        BlockSheet sheet = BlockSheet.of(
                page,
                List.of(Scans.region(page, "c")),
                PageMass.of(page, true),
                new Hints("Quay shut", null, "text", true, false),
                NoticeScore.NONE);

        assertThat(sheet.row(0)[Feature.TITLE_WORDS.ordinal()]).isEqualTo(1 / 3f);
        assertThat(sheet.features(1))
                .containsEntry("copies", 2f)
                .containsEntry("dated", 1f)
                .containsEntry("declared", 1f)
                .doesNotContainKey("authored");
    }

    @Test
    void ancestorsAndNeighboursAreSeen() {
        BlockSheet sheet = sheet(
                "<div id=c><h2>Costs</h2><div class=share><ul><li>" + words("ferry", 90) + "</li></ul></div></div>");

        assertThat(sheet.row(0)[Feature.HEADING_LEVEL.ordinal()]).isEqualTo(2);
        assertThat(sheet.row(1)[Feature.IN_LIST.ordinal()]).isEqualTo(1);
        assertThat(sheet.row(1)[Feature.CLASS_SHARE.ordinal()]).isEqualTo(2);
        assertThat(sheet.row(1)[Feature.CLASS_LOGIN.ordinal()]).isEqualTo(15);
        assertThat(sheet.row(1)[Feature.PREVIOUS_HEADING.ordinal()]).isEqualTo(2);
        assertThat(sheet.row(0)[Feature.NEXT_LENGTH.ordinal()]).isEqualTo((float) Math.log1p(90));
        assertThat(sheet.row(0)[Feature.PREVIOUS_LENGTH.ordinal()]).isEqualTo(-1);
    }

    @Test
    void theSecondPassSeesTheFirst() {
        BlockSheet sheet = sheet("<div id=c><p>" + words("ferry", 100) + "</p><p>" + words("quay", 300) + "</p></div>");
        sheet.passOn(new float[] {.8f, .4f});

        assertThat(column(sheet, Feature.FIRST)).containsExactly(.8f, .4f);
        assertThat(column(sheet, Feature.FIRST_PREVIOUS)).containsExactly(-1f, .8f);
        assertThat(column(sheet, Feature.FIRST_NEXT)).containsExactly(.4f, -1f);
        assertThat(column(sheet, Feature.FIRST_AFTER)).containsExactly(.4f, 0f);
        assertThat(column(sheet, Feature.FIRST_BEFORE)).containsExactly(0f, .4f);
        assertThat(sheet.row(0)[Feature.FIRST_PARENT.ordinal()]).isEqualTo(.5f, within(1e-6f));
        assertThat(sheet.row(1)[Feature.FIRST_WINDOW.ordinal()]).isEqualTo(.5f, within(1e-6f));
        assertThat(sheet.row(0)[Feature.FIRST_PATH.ordinal()]).isEqualTo(.5f, within(1e-6f));
    }

    private static BlockSheet sheet(String html) {
        ScannedPage page = Scans.scan(html);
        return Scans.sheet(page, Scans.region(page, "c"));
    }

    private static List<Boolean> candidates(BlockSheet sheet) {
        return IntStream.range(0, sheet.size()).mapToObj(sheet::isCandidate).toList();
    }

    private static List<Float> column(BlockSheet sheet, Feature feature) {
        return IntStream.range(0, sheet.size())
                .mapToObj(i -> sheet.row(i)[feature.ordinal()])
                .toList();
    }
}
