package io.copydesk.lab.command;

import io.copydesk.console.ConsoleSettings;
import io.copydesk.lab.console.ConsoleBench;
import io.copydesk.lab.console.ConsoleTrial;
import io.copydesk.lab.process.Folders;
import io.copydesk.standalone.command.Console;
import io.copydesk.standalone.pipeline.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "console",
        description =
                "Measure the console on invented articles: its index built from the topics, its searches and the data of each page;"
                        + " or serve it over the topics of an invented town, for a browser.")
final class BenchConsoleCommand implements Callable<Integer> {

    @Option(names = "--articles", paramLabel = "N", defaultValue = "100000", description = "Default: ${DEFAULT-VALUE}")
    private int articles;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--serve",
            paramLabel = "HOST:PORT",
            description = "Serve there, with changes allowed, until the input ends; port 0 for any that is free.")
    private @Nullable String serve;

    private final Console console;

    BenchConsoleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (articles < 10) {
            throw new UsageException("--articles must be at least 10");
        }
        Path folder = Files.createTempDirectory("copydesk-console-");
        try {
            if (serve == null) {
                new ConsoleBench(seed, articles, this::print).run(folder);
            } else {
                ConsoleTrial.run(
                        folder,
                        ConsoleSettings.defaults().withBind(serve).withChanges(),
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                        this::print);
            }
        } finally {
            Folders.remove(folder);
        }
        return 0;
    }

    private void print(String line) {
        console.out().println(line);
        console.flush();
    }
}
