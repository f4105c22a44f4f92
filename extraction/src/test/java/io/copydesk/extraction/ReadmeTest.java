package io.copydesk.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of this module's README: the very code of {@link #example}. */
class ReadmeTest {

    private static String example(String html) {
        // tag::example
        Extractor extractor = Extractor.create();
        Extraction extraction = extractor.extract(html, "https://herald.example/harbour");
        String text = extraction.fold(extracted -> extracted.article().body(), rejected -> rejected.detail());
        System.out.println(text);
        // end::example
        return text;
    }

    @Test
    void theExamplePrintsTheArticle() {
        String paragraph = "The harbour of Lindhaven reopened on Tuesday after eleven weeks of repairs.";
        assertThat(example("<article><h1>Open again</h1><p>" + paragraph + "</p></article>"))
                .contains(paragraph);
        assertThat(example(" ")).isEqualTo("The document is blank.");
    }

    @Test
    void theReadmeShowsTheExampleAsItIs() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String shown = between(readme, "```java\n", "```");
        String source = Files.readString(Path.of("src/test/java/io/copydesk/extraction/ReadmeTest.java"));
        String code = between(source, "// tag::example\n", "// end::example");
        assertThat(lines(shown)).isNotEmpty().isEqualTo(lines(code));
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    /** Without indentation; a statement that the formatter broke is one line. */
    private static List<String> lines(String code) {
        return List.of(code.strip().replaceAll("\\n\\s+(?=\\.)", "").split("\\s*\\n\\s*"));
    }
}
