package io.copydesk.extraction.resource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads bundled word lists: UTF-8, one entry a line, {@code #} starts a comment line, blank lines are skipped. */
public final class ResourceLines {

    private ResourceLines() {}

    /**
     * The entries of the resource {@code name} beside {@code owner}.
     *
     * @throws IllegalStateException when the library was packed without it
     */
    public static List<String> of(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name + " beside " + owner.getName());
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
