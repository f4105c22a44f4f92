package io.copydesk.verify.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class RevisionRowTest {

    /** The keys are part of the digest, which two machines have to agree on. */
    @Test
    void keysOfVersionsAreTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(RevisionRow.versions("a", 1, 12)).isEqualTo("a\t000000001 000000012");
        } finally {
            Locale.setDefault(before);
        }
    }
}
