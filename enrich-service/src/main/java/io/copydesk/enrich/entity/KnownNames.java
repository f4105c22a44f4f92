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

    private static final Map<String, String> TYPES = new HashMap<>();
    private static final Map<String, String> COUNTRIES = new HashMap<>();
    private static final Map<String, Integer> LENGTHS = new HashMap<>();

    static {
        for (String line : ResourceLines.of(KnownNames.class, "organisations.txt")) {
            put(line, Mention.ORGANIZATION);
        }
        for (String line : ResourceLines.of(KnownNames.class, "regions.txt")) {
            String[] cells = line.split("\t", 2);
            put(cells[0], Mention.PLACE);
            if (cells.length > 1) {
                COUNTRIES.put(key(words(cells[0])), cells[1]);
            }
        }
    }

    private KnownNames() {}

    private static void put(String name, String type) {
        List<String> words = words(name);
        TYPES.putIfAbsent(key(words), type);
        LENGTHS.merge(key(words.subList(0, 1)), words.size(), Math::max);
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
        int most = LENGTHS.getOrDefault(withoutDots(tokens.get(start).text()), 0);
        int best = 0;
        StringBuilder name = new StringBuilder();
        for (int i = start;
                i < tokens.size() && i - start < most && tokens.get(i).word();
                i++) {
            name.append(i > start ? " " : "").append(withoutDots(tokens.get(i).text()));
            if (TYPES.containsKey(name.toString())) {
                best = i - start + 1;
            }
        }
        return best;
    }

    /** The type of a known name, as written. */
    static @Nullable String type(List<String> words) {
        return TYPES.get(key(words));
    }

    /** ISO 3166-1 alpha-2 of the country with this name, as written. */
    static @Nullable String country(List<String> words) {
        return COUNTRIES.get(key(words));
    }
}
