package io.copydesk.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.rule.ConstantsDigest;
import org.junit.jupiter.api.Test;

class StoryConstantsTest {

    /** When this fails, raise {@code StoryConstants.VERSION}, then note version and digest here. */
    @Test
    void constantsChangeOnlyWithTheVersion() {
        assertThat(StoryConstants.RULE.label() + " " + ConstantsDigest.of(StoryConstants.class))
                .isEqualTo("story-4 23329516641c");
    }
}
