package io.copydesk.enrich.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SiteNamesTest {

    @Test
    void theNameOfTheSiteIsNoPartOfAHeadline() {
        assertThat(without("Ferry runs again | Ternquay Herald")).isEqualTo("Ferry runs again");
        assertThat(without("Ferry runs again - The Ternquay Herald")).isEqualTo("Ferry runs again");
        assertThat(without("Ternquay Herald – Ferry runs again")).isEqualTo("Ferry runs again");
        assertThat(without("Ferry runs again · TernquayHerald.example")).isEqualTo("Ferry runs again");
        assertThat(SiteNames.without("Ferry runs again | Herald", "theherald.example"))
                .isEqualTo("Ferry runs again");
    }

    @Test
    void whatIsNoNameOfTheSiteStays() {
        assertThat(without("Ferry runs again - at last")).isEqualTo("Ferry runs again - at last");
        assertThat(without("Ternquay Herald ferry runs again")).isEqualTo("Ternquay Herald ferry runs again");
        assertThat(without("Ferry 1-0 | Another Paper")).isEqualTo("Ferry 1-0 | Another Paper");
        assertThat(without(null)).isNull();
        assertThat(without("")).isEmpty();
        assertThat(without("Ternquay Herald | ".repeat(40))).isEqualTo("Ternquay Herald | ".repeat(40));
    }

    private static String without(String headline) {
        return SiteNames.without(headline, "ternquayherald.example");
    }
}
