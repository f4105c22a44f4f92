package io.copydesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of this module's README: the very code of {@link #example}. */
class ReadmeTest {

    /** What a consumer of any client hands over. */
    private interface Value {
        byte[] value();
    }

    private static String example(Value record) throws IOException {
        // tag::example
        byte[] value = record.value();
        Article article = Json.mapper().readValue(value, Article.class);
        System.out.println(article.headline() + " (" + article.inLanguage() + ")");
        System.out.println(article.articleBody());
        // end::example
        return article.articleBody();
    }

    @Test
    void theExamplePrintsTheArticle() throws IOException {
        Article article = Examples.full(Article.class);
        byte[] json = Json.bytes(article);
        assertThat(example(() -> json)).isEqualTo(article.articleBody());
    }

    @Test
    void theReadmeShowsTheExampleAsItIs() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String shown = between(readme, "```java\n", "```");
        String source = Files.readString(Path.of("src/test/java/io/copydesk/schemas/ReadmeTest.java"));
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
