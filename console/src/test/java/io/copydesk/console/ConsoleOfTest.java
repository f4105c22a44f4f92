package io.copydesk.console;

import io.copydesk.schemas.Topics;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A console that may change things, over a broker of its own, for the tests of one class. */
abstract class ConsoleOfTest {

    @TempDir
    static Path folder;

    static RunningConsole console;

    @BeforeAll
    static void start() throws Exception {
        console = new RunningConsole(folder, RunningConsole.anyPort().withChanges());
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    static void publish(String id, String headline, String body) {
        console.publish(Topics.ENRICHED_ARTICLES, id, Invented.article(id, headline, body));
    }

    static int total(String path) throws Exception {
        return console.get(path).path("total").asInt();
    }
}
