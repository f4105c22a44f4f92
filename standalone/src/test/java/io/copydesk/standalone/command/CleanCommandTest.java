package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanCommandTest {

    private static final String NOTICE = "Subscribe to continue reading this article.";

    @TempDir
    private Path folder;

    private Path page;

    @BeforeEach
    void write() throws IOException {
        page = Files.writeString(folder.resolve("page.html"), """
                <html lang="en"><head><title>Kelm gets its ferry back</title></head><body>
                <nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
                <article><h1>Kelm gets its ferry back</h1>
                <p>The ferry to Kelm sails again from Monday, two years after the old ship ran aground off the northern pier.</p>
                <p>The council bought a used vessel in spring and had it refitted in the yard at Norrvik, the mayor told reporters.</p>
                <p>Islanders had crossed in fishing boats since then, and the school lost a third of its pupils to the mainland.</p>
                <p>%s</p></article></body></html>
                """.formatted(NOTICE));
    }

    @Test
    void explainsEveryBlock() {
        CommandLineRun run = CommandLineRun.of("clean", "--explain", page.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("headline   Kelm gets its ferry back")
                .containsPattern("keep  [01]\\.[0-9]+  The ferry to Kelm sails")
                .containsPattern("drop  [01]\\.[0-9]+  Kelm gets its ferry back\\R\\s+rule page/headline")
                .contains(NOTICE, "rule notices/en/subscription", "paragraph=1", "in_container=1");
    }

    @Test
    void leavesOutALayerThatIsNotWanted() throws IOException {
        assertThat(body()).doesNotContain(NOTICE).contains("fishing boats");
        assertThat(body("--without", "notices")).contains(NOTICE, "fishing boats");
        assertThat(body("--without", "model,notices")).contains(NOTICE, "fishing boats");
    }

    /** {@code copydesk clean archive | head}: the rest of a large archive would be cleaned for nobody. */
    @Test
    void stopsWhenNobodyReadsItsOutputAnyMore() throws IOException {
        String line = "{\"url\":\"https://harbour.example/%d\",\"html\":\"<p>Closed.\"}\n";
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            lines.append(line.formatted(i));
        }
        Path archive = Files.writeString(folder.resolve("pages.jsonl"), lines);
        int[] attempts = {0};
        OutputStream ended = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                attempts[0]++;
                throw new IOException("Broken pipe");
            }
        };

        int code =
                Commands.run(new Console(ended, OutputStream.nullOutputStream(), false), "clean", archive.toString());

        assertThat(code).isZero();
        assertThat(attempts[0]).isLessThan(10);
    }

    @Test
    void saysWhichLayersThereAre() {
        CommandLineRun run = CommandLineRun.of("clean", "--without", "colours", page.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("MODEL", "NOTICES");
    }

    @Test
    void refusesAPageThatIsNoArticleUnlessItsKindIsKept() throws IOException {
        Path error = Files.writeString(folder.resolve("error.html"), """
                <html lang="en"><head><title>Access denied</title></head><body><main><h1>Access denied</h1>
                <p>You don't have permission to access this page of the harbour office.</p></main></body></html>
                """);

        assertThat(CommandLineRun.of("clean", error.toString()).out()).contains("not-an-article", "kind error");
        assertThat(CommandLineRun.of("clean", "--keep-kinds", "error", error.toString())
                        .out())
                .contains("permission to access this page")
                .doesNotContain("not-an-article");
    }

    @Test
    void theThresholdSaysHowUnlikelyAnArticleIsRefused() throws IOException {
        Path service = Files.writeString(folder.resolve("service.html"), """
                <!doctype html><html lang="en"><head><title>Boiler repairs in Westmouth - Tern Heating</title><meta charset="utf-8"></head>
                <body class="page"><nav><a href="/">Home</a> <a href="/services">Services</a> <a href="/contact">Contact us</a></nav>
                <main><section class="hero"><h1>Boiler repairs in Westmouth</h1><a href="/book">Book now</a></section>
                <section class="features"><h2>Why choose us</h2><p>We repair boilers of all makes in Westmouth and the villages around it, and we
                answer your call on the same day. You pay a fixed price that we tell you before our fitter leaves the yard.</p></section>
                <section class="testimonials"><h2>What our customers say</h2><p>They came within two hours, and our heating was warm before the
                children were home from school. We shall call them again.</p></section></main>
                <footer>Tern Heating, 12 Chandler Street, call us on 0100 2233</footer></body></html>
                """);

        assertThat(CommandLineRun.of("clean", "--article-threshold", "0", service.toString())
                        .out())
                .contains("fixed price");
        assertThat(CommandLineRun.of("clean", "--article-threshold", "1", service.toString())
                        .out())
                .contains("not-an-article", "kind service");
    }

    @Test
    void refusesAThresholdThatIsNoLikelihood() {
        CommandLineRun run = CommandLineRun.of("clean", "--article-threshold", "30", "page.html");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--article-threshold must be from 0 to 1");
    }

    @Test
    void refusesAPageToLogInOn() throws IOException {
        Path login = Files.writeString(folder.resolve("login.html"), """
                <!doctype html><html lang="en"><head><title>Sign in - Kestrel Gazette</title><meta charset="utf-8"></head><body>
                <header><a href="/">Kestrel Gazette</a></header><main><h1>Sign in to read on</h1><form action="/login" method="post">
                <label>E-mail<input name="e"></label><label>Password<input type="password" name="p"></label><button>Sign in</button></form>
                <p>No account yet? Register free of charge and read three articles a month. By going on you accept our terms and our
                privacy notice.</p><p>Trouble signing in? Our readers' desk helps from Monday to Friday between nine and five.</p></main>
                <footer>(c) Kestrel Gazette</footer></body></html>
                """);

        assertThat(CommandLineRun.of("clean", login.toString()).out()).contains("not-an-article", "kind login");
    }

    @Test
    void saysHowLikelyTheTextIsRight() throws IOException {
        Path text =
                Files.writeString(folder.resolve("article.txt"), "Kelm gets its ferry back\n\nThe ferry sails again.");

        assertThat(pipeline(page).path("confidence").asDouble()).isBetween(0.5, 1.0);
        assertThat(pipeline(text).has("confidence")).isFalse();
    }

    private static JsonNode pipeline(Path page) throws IOException {
        return Json.tree(CommandLineRun.of("clean", page.toString()).out()).path("pipeline");
    }

    private String body(String... options) throws IOException {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "clean";
        System.arraycopy(options, 0, arguments, 1, options.length);
        arguments[arguments.length - 1] = page.toString();
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode article = Json.tree(run.out());
        return article.get("articleBody").asText();
    }
}
