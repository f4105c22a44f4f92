package io.copydesk.enrich.entity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the data files beside this class. */
final class Lines {

    private Lines() {}

    /** The lines that are no comment; none when there is no such file. */
    static List<String> of(String file) {
        InputStream in = Lines.class.getResourceAsStream(file);
        if (in == null) {
            return List.of();
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The resource " + file + " cannot be read", unreadable);
        }
    }
}
