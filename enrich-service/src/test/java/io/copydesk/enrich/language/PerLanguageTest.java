package io.copydesk.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerLanguageTest {

    private final List<String> made = new ArrayList<>();
    private final PerLanguage<String> tables = new PerLanguage<>(this::table, () -> table("other"));

    @Test
    void everyInventedTagHasTheSameTableAndTheirNumberStaysBounded() {
        for (char a = 'a'; a <= 'z'; a++) {
            for (char b = 'a'; b <= 'z'; b++) {
                for (char c = 'a'; c <= 'z'; c++) {
                    tables.of("" + a + b + c);
                }
                tables.of("" + a + b);
            }
        }
        assertThat(made).hasSizeLessThan(300).doesNotHaveDuplicates().contains("en", "yue", "other");
        assertThat(tables.of("zzz")).isSameAs(tables.of("English, mostly")).isEqualTo("table of other");
    }

    @Test
    void aTableIsMadeOnceAtItsFirstUse() {
        assertThat(made).isEmpty();
        assertThat(tables.of("de")).isEqualTo("table of de").isSameAs(tables.of("de"));
        assertThat(tables.of("und")).isEqualTo("table of und");
        assertThat(made).containsExactly("de", "und");
    }

    private String table(String tag) {
        made.add(tag);
        return "table of " + tag;
    }
}
