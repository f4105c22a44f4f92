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

    @Test
    void knowsCountriesAndStatesInTheirShortForms() {
        assertThat(
                        find(
                                "en",
                                "The U.S. sent boats to New Jersey and New Hampshire. Gov. Anna Quayle (D-Conn.) met them at 8 p.m. EST."))
                .extracting(Mention::type, Mention::name)
                .contains(
                        tuple(PLACE, "U.S."),
                        tuple(PLACE, "New Jersey"),
                        tuple(PLACE, "New Hampshire"),
                        tuple(PERSON, "Anna Quayle"))
                .doesNotContain(tuple(ORGANIZATION, "EST"));
        assertThat(find("es", "El barco zarpó hacia EE. UU. el martes."))
                .extracting(Mention::type, Mention::name)
                .containsExactly(tuple(PLACE, "EE. UU."));
        assertThat(find("en", "They went to New Jersey by sea.").get(0).geo()).isNull();
    }

    @Test
    void aDatelineIsAPlace() {
        assertThat(find("en", "TERNQUAY, Maine — The harbour was closed by ice for nine days."))
                .extracting(Mention::type, Mention::name)
                .contains(tuple(PLACE, "TERNQUAY"), tuple(PLACE, "Maine"));
    }

    @Test
    void findsAcronymsAndOrganisationsOfOneWord() {
        assertThat(find(
                        "en",
                        "Shares of Microsoft fell, and the Ternquay Fish Observers (TFO) said that the TFO would sell. The retailer"
                                + " Quaymart wrote that the retailer Quaymart stays."))
                .extracting(Mention::type, Mention::name)
                .contains(
                        tuple(ORGANIZATION, "Microsoft"),
                        tuple(ORGANIZATION, "Ternquay Fish Observers"),
                        tuple(ORGANIZATION, "TFO"),
                        tuple(ORGANIZATION, "Quaymart"));
    }

    @Test
    void aStormIsNoPerson() {
        assertThat(find("es", "El huracán Rosa llegó el martes. Se espera que Rosa se debilite, y que Rosa siga."))
                .isEmpty();
    }

    @Test
    void aCupOrAFestivalIsNeitherPersonNorPlace() {
        assertThat(find("es", "El público de la Rosa Cup volvió al Quay Festival de Londres, y la Rosa Cup acabó."))
                .extracting(Mention::type, Mention::name)
                .containsExactly(tuple(PLACE, "Londres"));
        assertThat(find("fr", "La Rosa Cup commence, et la Rosa Cup finira en mai."))
                .isEmpty();
    }

    @Test
    void whatIsInAPlaceIsNoPerson() {
        assertThat(find("es", "Un taxista que vive en Rosa Mews volvió el martes a Rosa Mews."))
                .isEmpty();
    }

    @Test
    void aTitleAtTheEndOfAPartyBelongsToIt() {
        assertThat(find("es", "Las cuentas del Partido Republicano son públicas, gritaron: “Viva España”."))
                .extracting(Mention::type, Mention::name)
                .containsExactly(tuple(ORGANIZATION, "Partido Republicano"), tuple(PLACE, "España"));
    }

    @Test
    void aPersonWithTheNameOfASmallTownIsKnownByADescription() {
        assertThat(find("es", "En 2014, el hermano de Tyler, el hijo de la vecina, volvió a Washington."))
                .extracting(Mention::type, Mention::name)
                .containsExactly(tuple(PERSON, "Tyler"), tuple(PLACE, "Washington"));
    }

    @Test
    void everyOccurrenceHasItsPlaceInTheText() {
        String text = "\ud83d\ude00 It was Anna Quayle who came. The crew and Quayle said more.";
        Mention anna = find("en", text).get(0);

        assertThat(anna.occurrences())
                .extracting(o -> text.substring(o.start(), o.end()))
                .containsExactly("Anna Quayle", "Quayle");
    }

    @Test
    void knownPlacesHaveAnIdentifier() {
        assertThat(find("en", "The ship left from a quay in Lisbon and came to Portugal."))
                .extracting(Mention::sameAs)
                .containsExactly("https://sws.geonames.org/2267057/", "http://www.wikidata.org/entity/Q45");
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
