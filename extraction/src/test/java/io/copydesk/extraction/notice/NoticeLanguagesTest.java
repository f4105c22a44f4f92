package io.copydesk.extraction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.Extraction;
import io.copydesk.extraction.Extractor;
import io.copydesk.extraction.SourceDocument;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One article with its notices per language, from {@code languages/<language>.tsv}: {@code article}, {@code stay} and {@code gone} lines. */
class NoticeLanguagesTest {

    private static final Extractor EXTRACTOR = Extractor.create();

    @ParameterizedTest
    @MethodSource("files")
    void keepsTheNewsAndTakesTheNoticesOut(Path file) throws IOException {
        List<String> article = texts(file, "article");
        List<String> stay = texts(file, "stay");
        List<String> gone = texts(file, "gone");
        assertThat(article).hasSize(3);
        assertThat(stay).hasSizeGreaterThanOrEqualTo(3);
        assertThat(gone).hasSizeGreaterThanOrEqualTo(8);
        List<String> paragraphs = new ArrayList<>(article.subList(0, 2));
        paragraphs.addAll(stay);
        paragraphs.add(article.get(2));
        String body = bodyOf(String.join("\n\n", paragraphs) + "\n\n" + String.join("\n", gone));
        assertThat(body).contains(article).contains(stay);
        assertThat(gone).allSatisfy(line -> assertThat(body).doesNotContain(line));
    }

    @ParameterizedTest
    @MethodSource("files")
    void takesEachNoticeOutAlone(Path file) throws IOException {
        List<String> article = texts(file, "article");
        assertThat(texts(file, "gone")).allSatisfy(line -> {
            String body = bodyOf(String.join("\n\n", article) + "\n\n" + line);
            assertThat(body).contains(article).doesNotContain(line);
        });
    }

    static List<Path> files() throws IOException, URISyntaxException {
        Path directory =
                Path.of(NoticeLanguagesTest.class.getResource("languages").toURI());
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> texts(Path file, String kind) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(kind + "\t"))
                .map(line -> line.substring(kind.length() + 1))
                .toList();
    }

    private static String bodyOf(String text) {
        Extraction extraction = EXTRACTOR.extract(
                new SourceDocument(null, "text/plain", "utf-8", text.getBytes(StandardCharsets.UTF_8), null));
        assertThat(extraction).isInstanceOf(Extraction.Extracted.class);
        return ((Extraction.Extracted) extraction).article().body();
    }
}
