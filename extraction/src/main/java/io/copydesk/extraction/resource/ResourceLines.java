package io.copydesk.extraction.resource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the word lists and tables that are packed beside a class: UTF-8, one entry a line, {@code #} starts a comment line, blank lines are skipped,
 * white space around an entry is no part of it. All modules read their lists through this class. Thread-safe; nothing is cached.
 */
public final class ResourceLines {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final Pattern BARS = Pattern.compile("[|]");

    private ResourceLines() {}

    /**
     * The entries of the resource {@code name} in the package of {@code owner}, in file order.
     *
     * @throws IllegalStateException when there is no such resource
     */
    public static List<String> of(Class<?> owner, String name) {
        InputStream in = owner.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("missing resource " + name + " beside " + owner.getName());
        }
        return read(in, name);
    }

    /** The same as {@link #of}, but empty when there is no such resource. */
    public static List<String> ifPresent(Class<?> owner, String name) {
        InputStream in = owner.getResourceAsStream(name);
        return in == null ? List.of() : read(in, name);
    }

    /**
     * Lists of phrases of a resource by their names, in file order: each entry is {@code name phrase | phrase …}, and entries of one name are one list.
     *
     * @throws IllegalStateException when there is no such resource, or an entry has no phrase
     */
    public static Map<String, List<String>> phrases(Class<?> owner, String name) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (String line : of(owner, name)) {
            int blank = line.indexOf(' ');
            if (blank < 0) {
                throw new IllegalStateException("an entry without a phrase in " + name + ": " + line);
            }
            List<String> list = lists.computeIfAbsent(line.substring(0, blank), key -> new ArrayList<>());
            BARS.splitAsStream(line.substring(blank))
                    .map(String::strip)
                    .filter(phrase -> !phrase.isEmpty())
                    .forEach(list::add);
        }
        return lists;
    }

    /** The distinct words of {@code lines}, which white space separates. */
    public static Set<String> words(List<String> lines) {
        return lines.stream().flatMap(WHITE_SPACE::splitAsStream).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> read(InputStream in, String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + name, e);
        }
    }
}
