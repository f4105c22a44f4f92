package io.copydesk.extraction.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceLinesTest {

    @Test
    void skipsCommentsAndBlankLinesAndKeepsTheOrder() {
        assertThat(ResourceLines.of(ResourceLinesTest.class, "lines.txt"))
                .containsExactly("zebra finch", "ápple\tpear", "no # comment", "zebra");
    }

    @Test
    void namesTheMissingResourceAndTheClassBesideWhichItBelongs() {
        assertThatThrownBy(() -> ResourceLines.of(ResourceLinesTest.class, "absent.txt"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("absent.txt")
                .hasMessageContaining(ResourceLinesTest.class.getName());
    }

    @Test
    void aResourceThatMayBeMissingIsEmptyThen() {
        assertThat(ResourceLines.ifPresent(ResourceLinesTest.class, "absent.txt"))
                .isEmpty();
        assertThat(ResourceLines.ifPresent(ResourceLinesTest.class, "lines.txt"))
                .hasSize(4);
    }

    @Test
    void wordsAreSeparatedByAnyWhiteSpaceAndCountOnce() {
        assertThat(ResourceLines.words(ResourceLines.of(ResourceLinesTest.class, "lines.txt")))
                .containsExactlyInAnyOrder("zebra", "finch", "ápple", "pear", "no", "#", "comment");
    }

    @Test
    void phrasesOfOneNameAreOneList() {
        assertThat(ResourceLines.phrases(ResourceLinesTest.class, "phrases.txt"))
                .containsExactly(
                        entry("call", List.of("sign up", "Subscribe now", "join us")),
                        entry("end", List.of("no more")));
    }
}
