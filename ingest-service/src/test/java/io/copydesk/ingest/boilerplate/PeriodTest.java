package io.copydesk.ingest.boilerplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PeriodTest {

    @Test
    void isTheQuarterInUtc() {
        assertThat(Period.of(Instant.parse("2031-03-31T23:59:59Z")).name()).isEqualTo("2031-Q1");
        assertThat(Period.of(Instant.parse("2031-04-01T00:00:00Z")).name()).isEqualTo("2031-Q2");
    }

    /** The name is published with what was learned of a site. */
    @Test
    void isNamedAlikeInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(Period.of(Instant.parse("2031-04-01T00:00:00Z")).name()).isEqualTo("2031-Q2");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void knowsTheQuartersAroundIt() {
        Period winter = Period.of(Instant.parse("2031-01-15T00:00:00Z"));

        assertThat(winter.previous().name()).isEqualTo("2030-Q4");
        assertThat(winter.next().name()).isEqualTo("2031-Q2");
        assertThat(winter.previous().next()).isEqualTo(winter);
    }

    @Test
    void pagesWithoutAnyDateHaveAPeriodOfTheirOwn() {
        Period unknown = Period.of(null);

        assertThat(unknown.previous()).isEqualTo(unknown);
        assertThat(unknown.next()).isEqualTo(unknown);
    }
}
