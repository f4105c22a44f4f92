package io.copydesk.standalone.command;

import io.copydesk.alerts.rule.Rule;
import io.copydesk.alerts.rule.RuleFile;
import io.copydesk.alerts.rule.Rules;
import io.copydesk.kit.config.ConfigException;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.pipeline.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        description =
                "Check a file of rules, and say which of its rules the articles of some files meet: rule, article, what was"
                        + " found, headline, one a line. Nothing is started and nothing is sent.",
        footer = {
            "",
            "The articles are lines of JSON: enriched-articles.jsonl of replay --out, or what clean or tail"
                    + " enriched-articles --json prints.",
            "Rules of stories, silent feeds and dead letters are checked, and not tried."
        })
final class AlertsTestCommand implements Callable<Integer> {

    private static final Deserializer<Article> ARTICLES =
            JsonSerde.of(Topics.ENRICHED_ARTICLES).deserializer();

    @Option(names = "--rules", required = true, paramLabel = "FILE", description = "The rules, as YAML.")
    private Path rules;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Articles as JSON Lines.")
    private List<Path> files = List.of();

    private final Console console;
    private long articles;
    private long others;
    private long found;

    AlertsTestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        RuleFile.Content content = content();
        Rules ready = new Rules(content.rules());
        for (Path file : files) {
            read(file, ready);
        }
        console.say(
                content.rules().size() + " rules and " + content.webhooks().size() + " webhooks are as they must be");
        if (!files.isEmpty()) {
            console.say(articles + " articles, " + found + " alerts, limits by hour not counted"
                    + (others > 0 ? "; " + others + " lines are no articles" : ""));
            String untried = content.rules().stream()
                    .filter(rule -> !(rule instanceof Rule.OfArticle))
                    .map(Rule::name)
                    .collect(Collectors.joining(", "));
            if (!untried.isEmpty()) {
                console.say("not tried, as they are not of single articles: " + untried);
            }
        }
        return 0;
    }

    private RuleFile.Content content() {
        try {
            return RuleFile.read(rules);
        } catch (ConfigException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private void read(Path file, Rules ready) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    line(line, ready);
                }
            }
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no file " + file);
        } catch (MalformedInputException e) {
            throw new UsageException(file + " is not text in UTF-8");
        }
    }

    private void line(String line, Rules ready) {
        Article article;
        try {
            article = ARTICLES.deserialize("", line.getBytes(StandardCharsets.UTF_8));
        } catch (SerializationException e) {
            others++;
            return;
        }
        articles++;
        ready.met(article).forEach((rule, matched) -> {
            found++;
            console.out()
                    .println(String.join(
                            "\t", rule, article.id(), String.join(", ", matched), oneLine(article.headline())));
        });
    }

    /** Headlines are text of the web: nothing in them may steer a terminal. */
    private static String oneLine(@Nullable String headline) {
        return headline == null ? "" : headline.replaceAll("[\\s\\p{Cntrl}]+", " ");
    }
}
