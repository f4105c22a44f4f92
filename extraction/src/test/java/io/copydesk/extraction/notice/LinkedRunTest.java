package io.copydesk.extraction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkedRunTest {

    private static final String FIRST =
            "The harbour of Lindhaven reopened on Tuesday after eleven weeks of repairs, and the first ferry to the islands left on time with four hundred passengers.";
    private static final String LAST =
            "Fishermen had waited since spring for the new quay, which the town built with stone from the old lighthouse after the winter storms broke the wall.";

    private final NoticeFilter filter = NoticeFilter.create();
    private final List<Passage> article = new ArrayList<>();

    private LinkedRunTest line(String text, double linkDensity) {
        article.add(new Passage(article.size(), text, false, linkDensity));
        return this;
    }

    private List<String> kept() {
        return filter.filter(article, "en").kept().stream().map(Passage::text).toList();
    }

    @Test
    void titlesBelowALabelInCapitalsGo() {
        line(FIRST, 0).line("WHAT TO READ", 0).line("Ferry fares rise again", 1).line("Storm warning lifted", 1);
        line(LAST, 0);
        assertThat(kept()).containsExactly(FIRST, LAST);
    }

    @Test
    void titlesBelowAKnownLabelGo() {
        line(FIRST, 0).line("See also", 0).line("Ferry fares rise again", 1).line(LAST, 0);
        assertThat(kept()).containsExactly(FIRST, LAST);
    }

    @Test
    void titlesWithoutBlanksGo() {
        line(FIRST, 0).line("相关阅读：", 0).line("老桥上的灯亮了三天", 1).line("新华社", 1).line(LAST, 0);
        assertThat(filter.filter(article, "zh").kept().stream().map(Passage::text))
                .containsExactly(FIRST, "新华社", LAST);
    }

    @Test
    void titlesWithTagsGo() {
        line(FIRST, 0).line("Ferry fares rise again [VIDEO]", .8).line("Storm warning lifted (PICTURES)", .8);
        line(LAST, 0);
        assertThat(kept()).containsExactly(FIRST, LAST);
    }

    @Test
    void linkedLinesWithoutALabelStay() {
        line(FIRST, 0).line("The tender documents of the council", 1).line("The map of the harbour", 1);
        line(LAST, 0);
        assertThat(kept()).hasSize(4);
    }

    @Test
    void oneLinkBelowAHeadingInCapitalsStays() {
        line(FIRST, 0)
                .line("THE OLD QUAY", 0)
                .line("The council's plan of the quay", 1)
                .line(LAST, 0);
        assertThat(kept()).hasSize(4);
    }

    @Test
    void aLongListOfLinksStays() {
        line(FIRST, 0).line("ALL THE RESULTS", 0);
        for (int i = 0; i < 9; i++) {
            line("The boat of berth " + i + " came home", 1);
        }
        line(LAST, 0);
        assertThat(kept()).hasSize(12);
    }
}
