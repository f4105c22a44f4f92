package io.copydesk.extraction.language;

import io.copydesk.extraction.resource.WordHashes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The function words and rare letters of all languages of one script, read from the data files. Immutable and thread-safe.
 *
 * <p>A word that only one language has counts fully for it; one that several share counts little for each.
 */
final class WordTable {

    private final List<String> languages;
    private final Map<String, Integer> words;
    private final Map<Character, Integer> letters;
    private final WordHashes hashes;

    private WordTable(List<String> languages, Map<String, Integer> words, Map<Character, Integer> letters) {
        this.languages = List.copyOf(languages);
        this.words = words;
        this.letters = letters;
        this.hashes = WordHashes.of(words.keySet());
    }

    /** Reads the tables of every language that is written in {@code script}. */
    static WordTable load(Script script) {
        List<String> languages = new ArrayList<>();
        Map<String, Integer> words = new HashMap<>();
        Map<Character, Integer> letters = new HashMap<>();
        for (String entry : lines("languages")) {
            String[] column = entry.split(" ");
            if (!column[1].equalsIgnoreCase(script.name())) {
                continue;
            }
            int bit = 1 << languages.size();
            languages.add(column[0]);
            for (String line : lines(column[0])) {
                boolean rare = line.startsWith("letters:");
                for (String part :
                        line.substring(rare ? "letters:".length() : 0).strip().split(" ")) {
                    if (rare) {
                        letters.merge(part.charAt(0), bit, (a, b) -> a | b);
                    } else {
                        words.merge(part, bit, (a, b) -> a | b);
                    }
                }
            }
        }
        return new WordTable(languages, words, letters);
    }

    /** The function words of one language; none when it has no table. */
    static Set<String> words(String language) {
        boolean known = lines("languages").stream().anyMatch(line -> line.startsWith(language + " "));
        Set<String> words = new HashSet<>();
        for (String line : known ? lines(language) : List.<String>of()) {
            if (!line.startsWith("letters:")) {
                words.addAll(List.of(line.strip().split(" ")));
            }
        }
        return Set.copyOf(words);
    }

    List<String> languages() {
        return languages;
    }

    /** Whether some language may have the word of this {@link String#hashCode}; {@code false} is certain. */
    boolean mayHold(int hash) {
        return hashes.mayHold(hash);
    }

    /** Bit set of the languages that have the lower-case {@code word}, by position in {@link #languages()}. */
    int languagesOf(String word) {
        return words.getOrDefault(word, 0);
    }

    /** Bit set of the languages that have the lower-case letter, 0 for a letter that tells nothing. */
    int languagesOf(char letter) {
        return letter < 0x80 ? 0 : letters.getOrDefault(letter, 0);
    }

    private static List<String> lines(String name) {
        try (InputStream in = WordTable.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no language table named " + name);
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
