package io.copydesk.extraction.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The most frequent words of a language, which tell the language and nothing else. Thread-safe. */
public final class FunctionWords {

    private FunctionWords() {}

    /** The words of a primary BCP 47 tag, lower case; none for a language without a list. Read anew at each call. */
    public static Set<String> of(String language) {
        boolean known = lines("languages").stream().anyMatch(line -> line.startsWith(language + " "));
        return !known
                ? Set.of()
                : lines(language).stream()
                        .flatMap(line -> Stream.of(line.strip().split(" ")))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> lines(String name) {
        try (InputStream in = FunctionWords.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no list of words named " + name);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
