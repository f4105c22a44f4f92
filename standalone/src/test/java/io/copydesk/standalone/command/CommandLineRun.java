package io.copydesk.standalone.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * What a command did.
 *
 * @param exitCode its exit code
 * @param bytes what it wrote to stdout
 * @param err what it wrote to stderr
 */
public record CommandLineRun(int exitCode, byte[] bytes, String err) {

    /** Runs a command of the product in this JVM. */
    public static CommandLineRun of(String... arguments) {
        return of(Commands::run, arguments);
    }

    /** Runs a command of the product in this JVM, with these variables alone. */
    public static CommandLineRun in(Map<String, String> environment, String... arguments) {
        return of((console, words) -> Commands.run(console, environment, words), arguments);
    }

    /** Runs a command in this JVM. */
    public static CommandLineRun of(BiFunction<Console, String[], Integer> commands, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true), new PrintStream(err, true), false);
        int exitCode = commands.apply(console, arguments);
        return new CommandLineRun(exitCode, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    /** What it wrote to stdout, as text. */
    public String out() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The lines of it. */
    public List<String> lines() {
        return out().lines().toList();
    }

    /** The report of a replay: label to value. */
    public Map<String, String> report() {
        return out().lines()
                .map(line -> line.split("\t", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
