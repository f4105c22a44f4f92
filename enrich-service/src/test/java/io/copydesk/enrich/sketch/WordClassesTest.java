package io.copydesk.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordClassesTest {

    @Test
    void tellsTheNumberOfEachWordAndOfThoseThatBeginWithSevenOfIt() {
        Map<String, Integer> classes = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            classes.put("w" + i, i % 256);
        }
        classes.put("harbour", 17);
        WordClasses table = WordClasses.of(classes);
        classes.forEach(
                (word, number) -> assertThat(table.ofBeginning(word, -1)).isEqualTo(number));
        assertThat(table.ofBeginning("harbourmaster", -1)).isEqualTo(17);
        assertThat(table.ofBeginning("harbou", -1)).isEqualTo(-1);
    }

    @Test
    void otherWordsAreNotInIt() {
        WordClasses table = WordClasses.of(Map.of("quay", 3));
        for (String other : new String[] {"", "qua", "quays", "quä", "уау", "\0", "渡轮"}) {
            assertThat(table.ofBeginning(other, 25)).as(other).isEqualTo(25);
        }
    }

    @Test
    void refusesWhatItCannotHold() {
        for (Map<String, Integer> bad :
                List.of(Map.of("harbours", 1), Map.of("łódź", 1), Map.of("", 1), Map.of("quay", 256))) {
            assertThatThrownBy(() -> WordClasses.of(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
