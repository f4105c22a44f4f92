package io.copydesk.verify.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.verify.state.TemporaryTables.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TemporaryTablesTest {

    private TemporaryTables tables;

    @BeforeEach
    void open() throws IOException {
        tables = TemporaryTables.open();
    }

    @AfterEach
    void close() throws IOException {
        tables.close();
    }

    @Test
    void theLastValueOfAKeyIsTheOneItHas() throws IOException {
        Table table = tables.table();
        table.put("b", bytes("first"));
        table.put("b", bytes("second"));
        table.put("a", bytes(""));
        assertThat(table.get("b")).isEqualTo(bytes("second"));
        assertThat(table.get("a")).isEmpty();
        assertThat(table.get("c")).isNull();
        assertThat(table.has("a")).isTrue();
        assertThat(table.size()).isEqualTo(2);
        assertThat(content(table)).containsExactly("a=", "b=second");
    }

    @Test
    void aRemovedKeyIsGoneAndMayComeBack() throws IOException {
        Table table = tables.table();
        table.put("a", bytes("1"));
        table.remove("a");
        table.remove("never there");
        assertThat(table.size()).isZero();
        assertThat(table.has("a")).isFalse();
        table.put("a", bytes("2"));
        assertThat(content(table)).containsExactly("a=2");
    }

    @Test
    void tablesDoNotSeeEachOther() throws IOException {
        List<Table> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Table table = tables.table();
            table.put("key", bytes("of " + i));
            all.add(table);
        }
        tables.table().put("", bytes("of the last"));
        assertThat(content(all.get(0))).containsExactly("key=of 0");
        assertThat(content(all.get(255))).containsExactly("key=of 255");
        assertThat(content(all.get(299))).containsExactly("key=of 299");
        assertThat(all.get(0).has("")).isFalse();
    }

    @Test
    void manyKeysComeInTheOrderOfTheirBytes() throws IOException {
        Random random = new Random(7);
        Table table = tables.table();
        TreeMap<Integer, String> expected = new TreeMap<>();
        for (int i = 0; i < 20_000; i++) {
            int number = 1_000_000 + random.nextInt(30_000);
            if (random.nextInt(4) == 0) {
                table.remove(Integer.toString(number));
                expected.remove(number);
            } else {
                table.put(Integer.toString(number), bytes("value " + i));
                expected.put(number, "value " + i);
            }
        }
        assertThat(table.size()).isEqualTo(expected.size());
        assertThat(content(table))
                .containsExactlyElementsOf(expected.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
    }

    private static List<String> content(Table table) throws IOException {
        List<String> content = new ArrayList<>();
        table.forEach((key, value) -> content.add(key + "=" + new String(value, StandardCharsets.UTF_8)));
        return content;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
