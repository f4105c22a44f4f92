package io.copydesk.ingest.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of {@code urls.txt}: what the URL standard makes of a link. */
class UrlTableTest {

    private static final Pattern CHARACTER = Pattern.compile("\\\\u(\\p{XDigit}{4})");

    record Row(String base, String url, String result, String line) {
        @Override
        public String toString() {
            return line;
        }
    }

    static List<Row> rows() throws IOException {
        try (BufferedReader table = new BufferedReader(
                new InputStreamReader(UrlTableTest.class.getResourceAsStream("urls.txt"), StandardCharsets.UTF_8))) {
            return table.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(UrlTableTest::row)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isReadAsTheStandardSays(Row row) {
        assertThat(told(resolved(row))).isEqualTo(row.result());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void bothFormsAreFixedPointsInAnyDocument(Row row) {
        if (resolved(row) instanceof UrlKey.Key key) {
            assertThat(UrlKey.of(key.url())).isEqualTo(key);
            assertThat(UrlKey.resolve("http://other.example/x?y", key.url())).isEqualTo(key);
            assertThat(UrlKey.of(key.key()))
                    .isInstanceOfSatisfying(
                            UrlKey.Key.class, again -> assertThat(again.key()).isEqualTo(key.key()));
        }
    }

    @Test
    void hasCasesOfEveryKind() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(250);
        assertThat(rows())
                .extracting(Row::result)
                .contains("host", "port", "relative", "scheme")
                .filteredOn(result -> result.startsWith("http"))
                .hasSizeGreaterThan(150);
    }

    private static UrlKey resolved(Row row) {
        return row.base() == null ? UrlKey.of(row.url()) : UrlKey.resolve(row.base(), row.url());
    }

    private static String told(UrlKey key) {
        return key instanceof UrlKey.Key known ? known.url() : ((UrlKey.Refused) key).reason();
    }

    private static Row row(String line) {
        String[] cells = line.split(" \\| ", -1);
        assertThat(cells).as(line).hasSize(3);
        return new Row(cells[0].equals("-") ? null : unescaped(cells[0]), unescaped(cells[1]), cells[2], line);
    }

    /** Only the escapes that the table's head names: a backslash before anything else is one. */
    private static String unescaped(String cell) {
        String characters = CHARACTER
                .matcher(cell)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
        return characters
                .replaceAll("\\\\t", "\t")
                .replaceAll("\\\\n", "\n")
                .replaceAll("\\\\r", "\r")
                .replaceAll("\\\\s", " ")
                .replaceAll("\\\\p", "|");
    }
}
