package io.copydesk.enrich.sketch;

import io.copydesk.extraction.language.FunctionWords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** WordTokenizer that tell nothing about the event: a language's function words and what stands in any news text. Thread-safe. */
final class StopWords {

    private static final Map<String, Set<String>> READ = new ConcurrentHashMap<>();
    private static final Set<String> MENU = Set.copyOf(file("menu-words.txt"));

    private StopWords() {}

    /** WordTokenizer of menus, share bars and footers, in several languages. */
    static Set<String> ofMenus() {
        return MENU;
    }

    /** The words of a primary language tag; those of English when the language has no list of its own. */
    static Set<String> of(String language) {
        return READ.computeIfAbsent(language, StopWords::read);
    }

    private static Set<String> read(String language) {
        Set<String> words = new HashSet<>(FunctionWords.of(language));
        words.addAll(file("news-words." + language + ".txt"));
        return words.isEmpty() ? read("en") : Set.copyOf(words);
    }

    private static Set<String> file(String name) {
        Set<String> words = new HashSet<>();
        try (InputStream in = StopWords.class.getResourceAsStream(name)) {
            if (in != null) {
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(line -> words.addAll(List.of(line.strip().split(" +"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
