package io.copydesk.enrich.entity;

import static io.copydesk.schemas.Mention.ORGANIZATION;
import static io.copydesk.schemas.Mention.PERSON;
import static io.copydesk.schemas.Mention.PLACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.copydesk.schemas.Mention;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityFinderTest {

    @Test
    void tellsPeopleOrganisationsAndPlacesApart() {
        List<Mention> found = find("en", """
                The ferry to Lisbon was held for nine hours on Tuesday, said Mary Holloway, who runs the Harbour Office.
                Transport Minister Josef Tamblyn told reporters in Portugal that the Bank of Saltmarsh would pay.
                Holloway said the DRV union had warned of it. However the strike went on.""");

        assertThat(found)
                .extracting(Mention::type, Mention::name)
                .containsExactlyInAnyOrder(
                        tuple(PERSON, "Mary Holloway"),
                        tuple(PERSON, "Josef Tamblyn"),
                        tuple(ORGANIZATION, "Harbour Office"),
                        tuple(ORGANIZATION, "Bank of Saltmarsh"),
                        tuple(ORGANIZATION, "DRV"),
                        tuple(PLACE, "Lisbon"),
                        tuple(PLACE, "Portugal"));
    }

    @Test
    void knowsSpanishTitlesPrepositionsAndNamesOfPlaces() {
        List<Mention> found = find("es", """
                La alcaldesa Lucía Arrabal de la Vega anunció en Londres un acuerdo con el Banco de Marismas. El puerto
                de Nueva York, dijo Arrabal, cerró el martes. El Ministerio de Pesca y la ONU lo niegan.""");

        assertThat(found)
                .extracting(Mention::type, Mention::name)
                .contains(
                        tuple(PERSON, "Lucía Arrabal de la Vega"),
                        tuple(PLACE, "Londres"),
                        tuple(PLACE, "Nueva York"),
                        tuple(ORGANIZATION, "Banco de Marismas"),
                        tuple(ORGANIZATION, "Ministerio de Pesca"),
                        tuple(ORGANIZATION, "ONU"))
                .doesNotContain(tuple(PERSON, "Arrabal"));
    }

    @Test
    void placesHaveCoordinates() {
        Mention lisbon =
                find("en", "The ship left from a quay in Lisbon and came back.").get(0);

        assertThat(lisbon.geo().addressCountry()).isEqualTo("PT");
        assertThat(lisbon.geo().latitude()).isCloseTo(38.7, within(0.2));
        assertThat(lisbon.geo().longitude()).isCloseTo(-9.1, within(0.2));
    }

    @Test
    void theHeadlineAndRepetitionMakeANameProminent() {
        String text = "First came Anna Quayle. Then Peter Marsh said so. Marsh said more. Clara Doyle was there.";

        assertThat(EntityFinder.find("en", "Clara Doyle leaves", text))
                .extracting(Mention::name)
                .containsExactly("Clara Doyle", "Peter Marsh", "Anna Quayle");
    }

    @Test
    void leavesOutWhatOnlyLooksLikeAName() {
        assertThat(find(
                        "en",
                        "On Monday the British said nothing. Nothing was said in March. Christmas came. Ferries left."))
                .isEmpty();
        assertThat(find("en", "The harbour has three quays. Harbour dues are high. It was the Harbour Cup."))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "A", "'s", "A.B.C.", "—", "\ud83d", "Ǆ ǅ", "VAN DER", "of the"})
    void standsAnyText(String text) {
        assertThat(find("en", text)).hasSizeLessThan(2);
        assertThat(find("und", text)).hasSizeLessThan(2);
    }

    @Test
    void isBoundedForHostileText() {
        assertThat(find("en", "Ann Bell said. ".repeat(100_000))).hasSize(1);
        assertThat(find("en", "Xa ".repeat(500_000))).isEmpty();
        assertThat(find("en", "A.".repeat(500_000))).hasSizeLessThan(2);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            many.append("Anna Bell").append(i).append(" came. ");
        }
        assertThat(find("en", many.toString())).hasSize(EntityFinder.MOST);
    }

    private static List<Mention> find(String language, String text) {
        return EntityFinder.find(language, null, text);
    }
}
