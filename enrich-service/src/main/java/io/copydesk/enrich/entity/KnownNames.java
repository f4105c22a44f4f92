package io.copydesk.enrich.entity;

import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.schemas.Mention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of organisations and regions that are known as such in any language. Immutable. */
final class KnownNames {

    /** Most words of a known name. */
    static final int LONGEST = 7;

    private static final Table KNOWN = read();

    /**
     * Names by their {@link #key}.
     *
     * @param types organisation or place
     * @param countries of the places that lie in one: ISO 3166-1 alpha-2
     * @param lengths most words of a name, by its first word
     */
    private record Table(Map<String, String> types, Map<String, String> countries, Map<String, Integer> lengths) {}

    private KnownNames() {}

    private static Table read() {
        Map<String, String> types = new HashMap<>();
        Map<String, String> countries = new HashMap<>();
        for (String line : ResourceLines.of(KnownNames.class, "organisations.txt")) {
            types.putIfAbsent(key(words(line)), Mention.ORGANIZATION);
        }
        for (String line : ResourceLines.of(KnownNames.class, "regions.txt")) {
            String[] cells = line.split("\t", 2);
            String key = key(words(cells[0]));
            types.putIfAbsent(key, Mention.PLACE);
            if (cells.length > 1) {
                countries.put(key, cells[1]);
            }
        }
        Map<String, Integer> lengths = new HashMap<>();
        types.keySet().forEach(name -> {
            String[] words = name.split(" ");
            lengths.merge(words[0], words.length, Math::max);
        });
        return new Table(Map.copyOf(types), Map.copyOf(countries), Map.copyOf(lengths));
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        Tokens.of(name).stream().filter(Token::word).forEach(token -> words.add(token.text()));
        return words;
    }

    /** Dots and letter case of acronyms differ between writers. */
    private static String key(List<String> words) {
        return String.join(" ", words).replace(".", "").replace('\u00a0', ' ');
    }

    private static String withoutDots(String word) {
        return word.indexOf('.') < 0 ? word : word.replace(".", "");
    }

    /** The number of words of the longest known name that starts here, or 0. */
    static int length(List<Token> tokens, int start) {
        int most = KNOWN.lengths.getOrDefault(withoutDots(tokens.get(start).text()), 0);
        int best = 0;
        StringBuilder name = new StringBuilder();
        for (int i = start;
                i < tokens.size() && i - start < most && tokens.get(i).word();
                i++) {
            name.append(i > start ? " " : "").append(withoutDots(tokens.get(i).text()));
            if (KNOWN.types.containsKey(name.toString())) {
                best = i - start + 1;
            }
        }
        return best;
    }

    /** The type of a known name, as written. */
    static @Nullable String type(List<String> words) {
        return KNOWN.types.get(key(words));
    }

    /** ISO 3166-1 alpha-2 of the country with this name, as written. */
    static @Nullable String country(List<String> words) {
        return KNOWN.countries.get(key(words));
    }
}
