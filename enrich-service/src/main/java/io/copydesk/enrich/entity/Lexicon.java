package io.copydesk.enrich.entity;

import io.copydesk.enrich.entity.Gazetteer.PlaceNames;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The words of one text, each looked up once in the lists of its language. For one text, by one thread. */
final class Lexicon {

    private final Clues clues;
    private final PlaceNames places;
    private final Map<String, Word> words = new HashMap<>();

    Lexicon(String language) {
        clues = Clues.of(language);
        places = Gazetteer.in(language);
    }

    Clues clues() {
        return clues;
    }

    PlaceNames places() {
        return places;
    }

    Word word(String text) {
        Word known = words.get(text);
        if (known != null) {
            return known;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        Word word = Word.of(text, lower.equals(text) ? null : word(lower), this);
        words.put(text, word);
        return word;
    }
}
