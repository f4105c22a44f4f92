package io.copydesk.enrich.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.rule.ConstantsDigest;
import org.junit.jupiter.api.Test;

class EdgeConstantsTest {

    /** When this fails, raise {@code EdgeConstants.VERSION}, then note version and digest here. */
    @Test
    void constantsChangeOnlyWithTheVersion() {
        assertThat(EdgeConstants.VERSION + " " + ConstantsDigest.of(EdgeConstants.class))
                .isEqualTo("6 37ac5d6cbbbc");
    }

    @Test
    void rulesArePublishedWithNameAndVersion() {
        assertThat(EdgeConstants.EXACT.label()).isEqualTo("exact-1");
        assertThat(EdgeConstants.COPY.label()).isEqualTo("copy-6");
        assertThat(EdgeConstants.EDITED.label()).isEqualTo("edited-6");
        assertThat(EdgeConstants.PART.label()).isEqualTo("part-6");
    }
}
