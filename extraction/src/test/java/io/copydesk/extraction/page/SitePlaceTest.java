package io.copydesk.extraction.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SitePlaceTest {

    private static final String SENTENCE = "The ferry left the quay at noon.";

    @Test
    void textsInTheSameElementsHaveOnePlaceWhateverTheySay() {
        assertThat(place("<div class=note><p>" + SENTENCE + "</p></div>"))
                .isEqualTo(place("<div class=note><p>Another crew counted the lamps.</p></div>"))
                .isNotZero();
    }

    @Test
    void numbersInClassesAndTheClassesOfTheArticleDoNotCount() {
        assertThat(place("<article class='post-17 tag-rail'><div class=c4><p>" + SENTENCE + "</p></div></article>"))
                .isEqualTo(place("<article class='post-9'><div class=c12><p>" + SENTENCE + "</p></div></article>"));
    }

    @Test
    void otherElementsAroundItOtherLinksAndAnotherLabelAreOtherPlaces() {
        assertThat(new int[] {
                    place("<div class=note><p>" + SENTENCE + "</p></div>"),
                    place("<div class=text><p>" + SENTENCE + "</p></div>"),
                    place("<div class=note><div><p>" + SENTENCE + "</p></div></div>"),
                    place("<div class=note><p class=small>" + SENTENCE + "</p></div>"),
                    place("<div class=note><p><a href=/1>" + SENTENCE + "</a></p></div>"),
                    place("<div class=note><p>Read <a href=/1>The ferry left the quay.</a></p></div>"),
                    place("<div class=note><p>Read on: " + SENTENCE + "</p></div>"),
                    place("<div class=note><p><em>" + SENTENCE + "</em></p></div>")
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyATextThatIsAllLinkHasAnOddNumber() {
        assertThat(place("<p><a href=/1>" + SENTENCE + "</a></p>") & 1).isOne();
        assertThat(place("<p>See <a href=/1>the quay</a> and the boats on it.</p>") & 1)
                .isZero();
    }

    @Test
    void headingsAndBoldLinesHaveNone() {
        assertThat(place("<h2>What happens next</h2>")).isZero();
        assertThat(place("<p><b>What happens next</b></p>")).isZero();
        assertThat(place("<h3><a href=/1>What happens next</a></h3>")).isNotZero();
    }

    @Test
    void theNumberIsTheOneThatStoresHold() {
        assertThat(place("<div class=note><p>" + SENTENCE + "</p></div>")).isEqualTo(STORED);
    }

    private static final int STORED = -1_710_956_654;

    private static int place(String html) {
        return SitePlace.of(Scans.scan("<body>" + html + "</body>").blocks().get(0));
    }
}
