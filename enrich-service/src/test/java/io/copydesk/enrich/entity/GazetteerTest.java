package io.copydesk.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.entity.Gazetteer.Place;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GazetteerTest {

    private final Locale locale = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(locale);
    }

    @Test
    void tagsWithoutDataShareOneTableInEnglishOnAnyComputer() {
        Locale.setDefault(Locale.GERMANY);
        Gazetteer gazetteer = new Gazetteer(List.of("AT\t\t47.3\t13.3\t8847037", "AT\tVienna\t48.2\t16.4\t1691468"));
        assertThat(gazetteer.names("qzx")).isSameAs(gazetteer.names("aaa")).isNotSameAs(gazetteer.names("de"));
        assertThat(gazetteer.names("qzx").find("Austria")).isPresent();
        assertThat(gazetteer.names("qzx").find("Österreich")).isEmpty();
        assertThat(gazetteer.names("de").find("Wien"))
                .isEqualTo(gazetteer.names("de").find("VIENNA"));
    }

    @Test
    void ofCitiesWithOneNameTheLargestIsTaken() {
        Gazetteer gazetteer = new Gazetteer(List.of(
                "GB\tSaltmarsh\t51\t0\t200000", "AU\tSaltmarsh\t-33\t151\t900000", "US\tSaltmarsh\t40\t-80\t300000"));
        assertThat(gazetteer.names("en").find("Saltmarsh")).map(Place::country).hasValue("AU");
        assertThat(gazetteer.names("en").find("Salt")).isEmpty();
    }

    @Test
    void anAliasNamesACountry() {
        assertThat(Gazetteer.in("en").find("Holland")).map(Place::country).hasValue("NL");
        assertThat(Gazetteer.in("en").find("Holland")).map(Place::isCountry).hasValue(true);
        assertThat(Gazetteer.in("fr").find("Holland")).isEmpty();
    }
}
