package io.copydesk.standalone.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** The inputs of a command that takes them as arguments or, without any, as lines of stdin. */
final class InputLines {

    private InputLines() {}

    /** Calls {@code action} with each, as long as somebody reads what it prints on {@code console}. */
    static void forEach(List<String> arguments, Console console, Consumer<String> action) throws IOException {
        if (!arguments.isEmpty()) {
            arguments.forEach(action);
            return;
        }
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null && !console.isOutputClosed(); line = lines.readLine()) {
            action.accept(line);
        }
    }
}
