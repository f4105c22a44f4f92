package io.copydesk.enrich.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.rule.ConstantsDigest;
import org.junit.jupiter.api.Test;

class EdgeConstantsTest {

    /** When this fails, raise {@code EdgeConstants.VERSION}, then note version and digest here. */
    @Test
    void constantsChangeOnlyWithTheVersion() {
        assertThat(EdgeConstants.VERSION + " " + ConstantsDigest.of(EdgeConstants.class))
                .isEqualTo("5 e4dcb4ae9002");
    }

    @Test
    void rulesArePublishedWithNameAndVersion() {
        assertThat(EdgeConstants.EXACT.label()).isEqualTo("exact-1");
        assertThat(EdgeConstants.COPY.label()).isEqualTo("copy-5");
        assertThat(EdgeConstants.EDITED.label()).isEqualTo("edited-5");
        assertThat(EdgeConstants.PART.label()).isEqualTo("part-5");
    }
}
