package io.copydesk.extraction.charset;

import io.copydesk.extraction.resource.ResourceLines;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The languages of the charset detector and the charsets each is written in, from {@code letters.txt}. Loaded at first use: pages in UTF-8 never
 * need it.
 */
final class LetterTables {

    /** By language. */
    static final Map<String, TextCostModel> LANGUAGES;
    /** The languages of each charset, charsets in order of use. */
    static final Map<Charset, List<TextCostModel>> CHARSETS;

    static {
        Map<String, TextCostModel> languages = new LinkedHashMap<>();
        Map<Charset, List<TextCostModel>> charsets = new LinkedHashMap<>();
        List<String> lines = ResourceLines.of(LetterTables.class, "letters.txt");
        int i = 0;
        while (i < lines.size()) {
            String[] head = lines.get(i++).split(" ");
            int size = Integer.parseInt(head[2]);
            TextCostModel model = head[0].equals("pairs")
                    ? new PairModel(lines.get(i), lines.subList(i + 1, i + size))
                    : new CharacterModel(byCost(lines.subList(i, i + size)));
            i += size;
            languages.put(head[1], model);
            for (int k = 3; k < head.length; k++) {
                if (Charset.isSupported(head[k])) {
                    charsets.computeIfAbsent(Charset.forName(head[k]), c -> new ArrayList<>())
                            .add(model);
                }
            }
        }
        LANGUAGES = Collections.unmodifiableMap(languages);
        CHARSETS = Collections.unmodifiableMap(charsets);
    }

    private LetterTables() {}

    private static Map<Integer, String> byCost(List<String> lines) {
        Map<Integer, String> characters = new HashMap<>();
        for (String line : lines) {
            int blank = line.indexOf(' ');
            characters.put(Integer.parseInt(line.substring(0, blank)), line.substring(blank + 1));
        }
        return characters;
    }
}
