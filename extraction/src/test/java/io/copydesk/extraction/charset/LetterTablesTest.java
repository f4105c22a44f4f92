package io.copydesk.extraction.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterTablesTest {

    private static final Path FILE = Path.of("src/main/resources/io/copydesk/extraction/charset/letters.txt");
    private static final List<String> HEAD = List.of(
            "# What follows what in the languages of the web's old charsets, in quarters of a nat. Written by LetterCounts.",
            "#",
            "# pairs LANGUAGE LINES CHARSETS       the alphabet (_ is everything between words), then for each of its letters the cost of",
            "#                                     every letter after it, a digit in base 36",
            "# characters LANGUAGE LINES CHARSETS  cost and the characters that have it");

    @Test
    void everyLanguageHasAModelAndACharset() {
        assertThat(LetterTables.LANGUAGES)
                .containsKeys(
                        "de", "pl", "ru", "el", "tr", "he", "ar", "lt", "vi", "th", "ja", "zh-Hans", "zh-Hant", "ko");
        assertThat(LetterTables.CHARSETS).hasSizeGreaterThan(20);
    }

    @Test
    void aTextCostsLessInItsOwnLanguage() {
        String text = "Der Hafen von Lindhaven ist nach elf Wochen wieder offen, für alle Fähren.";
        assertThat(cost("de", text)).isLessThan(cost("fr", text)).isLessThan(cost("ru", text));
    }

    /** {@code mvn -pl extraction -am test -Dletters.corpus=FILE} counts anew. */
    @Test
    void theTablesSayWhatTheyAre() throws IOException {
        String corpus = System.getProperty("letters.corpus");
        if (corpus != null) {
            List<String> lines = new ArrayList<>(HEAD);
            lines.addAll(LetterCounts.tables(Path.of(corpus)));
            Files.write(FILE, lines);
        }
        assertThat(Files.readAllLines(FILE)).startsWith(HEAD.toArray(String[]::new));
    }

    private static int cost(String language, String text) {
        return LetterTables.LANGUAGES.get(language).cost(text, Integer.MAX_VALUE);
    }
}
