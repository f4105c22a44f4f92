package io.copydesk.standalone.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a command did.
 *
 * @param exitCode its exit code
 * @param bytes what it wrote to stdout
 * @param err what it wrote to stderr
 */
record CommandLineRun(int exitCode, byte[] bytes, String err) {

    static CommandLineRun of(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true), new PrintStream(err, true), false);
        int exitCode = Commands.run(console, arguments);
        return new CommandLineRun(exitCode, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    String out() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    List<String> lines() {
        return out().lines().toList();
    }

    /** The report of a replay: label to value. */
    Map<String, String> report() {
        return out().lines()
                .map(line -> line.split("\t", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
