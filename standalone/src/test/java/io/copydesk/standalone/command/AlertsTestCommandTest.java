package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.Article;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsTestCommandTest {

    @TempDir
    private Path folder;

    private Path rules;

    @BeforeEach
    void write() throws IOException {
        rules = Files.writeString(folder.resolve("alerts.yaml"), """
                rules:
                - {name: strike, words: [harbour strike, tickets]}
                - {name: wide, story-sites: 3}
                """);
    }

    @Test
    void saysWhichRulesArticlesMeet() throws IOException {
        Path articles = Files.writeString(
                folder.resolve("articles.jsonl"),
                article("a", "Harbour\u001b[31m\nstrike") + "\n\n" + article("b", "Nothing") + "\n{\"id\": 3}\n");

        CommandLineRun run = CommandLineRun.of("alerts", "test", "--rules", rules.toString(), articles.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).containsExactly("strike\ta\tharbour strike\tHarbour [31m strike");
        assertThat(run.err())
                .contains("2 rules and 0 webhooks are as they must be")
                .contains("2 articles, 1 alerts")
                .contains("1 lines are no articles")
                .contains("not tried, as they are not of single articles: wide");
    }

    @Test
    void saysWhatIsWrongWithRulesAndFiles() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "rules: [{name: a, wrods: x}]");

        CommandLineRun run = CommandLineRun.of("alerts", "test", "--rules", wrong.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("wrong.yaml line 1: rule a: there is no field wrods; did you mean words?");

        CommandLineRun none = CommandLineRun.of("alerts", "test", "--rules", rules.toString(), "none.jsonl");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("there is no file none.jsonl");
    }

    private static String article(String id, String text) {
        return Json.line(Article.builder()
                .id(id)
                .headline(text)
                .articleBody(text.replaceAll("\u001b\\[31m", ""))
                .pipeline(Pipeline.builder()
                        .inputId(id)
                        .site("quay.example")
                        .textDigest(id)
                        .contentDigest(id)
                        .extractor("test")
                        .build())
                .build());
    }
}
