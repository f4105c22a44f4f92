package io.copydesk.lab.console;

import io.copydesk.console.ConsoleService;
import io.copydesk.console.ConsoleSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

/** A console over topics of an invented harbour town, for a browser; lines on its input make records arrive. For one thread. */
public final class ConsoleTrial {

    private ConsoleTrial() {}

    /**
     * Serves until the input ends. A line {@code article NUMBER HEADLINE} publishes an article.
     *
     * @param said receives {@code url URL} as soon as all is shown, and {@code done} after each line
     */
    public static void run(Path folder, ConsoleSettings settings, BufferedReader lines, Consumer<String> said)
            throws IOException, InterruptedException {
        try (FilledTopics topics = new FilledTopics(folder.resolve("broker"))) {
            HarbourTopics harbour = new HarbourTopics(topics, Instant.now());
            harbour.fill();
            try (ConsoleService console = new ConsoleService(
                    FilledTopics.PREFIX,
                    FilledTopics.PARTITIONS,
                    settings,
                    topics.kafka(),
                    folder.resolve("state"),
                    Clock.systemUTC())) {
                console.start();
                ConsoleBench.awaitAll(console);
                said.accept("url " + console.url());
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String[] words = line.split(" ", 3);
                    if (words.length == 3 && words[0].equals("article")) {
                        harbour.publish(Integer.parseInt(words[1]), words[2]);
                        said.accept("done");
                    } else {
                        said.accept("not understood: " + line);
                    }
                }
            }
        }
    }
}
