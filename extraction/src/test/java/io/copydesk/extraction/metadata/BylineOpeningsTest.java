package io.copydesk.extraction.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BylineOpeningsTest {

    @Test
    void passesOverTheKindOfTheTextInFrontOfALabel() {
        assertThat(BylineOpenings.withoutGenre("Ein Kommentar von Maren Thies")).isEqualTo("von Maren Thies");
        assertThat(BylineOpenings.withoutGenre("Una crónica de Tomás Olmedo")).isEqualTo("de Tomás Olmedo");
        assertThat(BylineOpenings.withoutGenre("L’analyse de Odile Garrec")).isEqualTo("de Odile Garrec");
        assertThat(BylineOpenings.withoutGenre("a cura di Giulia Sarti")).isEqualTo("di Giulia Sarti");
    }

    @Test
    void leavesOtherLinesAlone() {
        assertThat(List.of("A column", "Column", "The analysis shows more", "By Ada Crane"))
                .allSatisfy(
                        line -> assertThat(BylineOpenings.withoutGenre(line)).isEqualTo(line));
        assertThat(List.of("Our Lady", "unserer Stadt Hallbruck", "dal nostro inviato", "By Ada Crane"))
                .allSatisfy(
                        line -> assertThat(BylineOpenings.withoutOffice(line)).isEqualTo(line));
    }

    @Test
    void passesOverTheOfficeOfTheNewsroomsOwn() {
        assertThat(BylineOpenings.withoutOffice("unserer Redakteurin Ulla Brand"))
                .isEqualTo("Ulla Brand");
        assertThat(BylineOpenings.withoutOffice("dal nostro inviato Marco Dell'Orto"))
                .isEqualTo("Marco Dell'Orto");
        assertThat(AuthorNames.of(List.of("By our senior correspondent Ada Crane")))
                .containsExactly("Ada Crane");
    }
}
