package io.copydesk.enrich.entity;

import io.copydesk.enrich.entity.Gazetteer.Place;
import io.copydesk.enrich.entity.Gazetteer.PlaceNames;
import io.copydesk.schemas.LowerCase;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** The place with a name in lower case, also in an inflected form. */
    @Nullable
    Place place(String lower) {
        Place place = places.findLower(lower).orElse(null);
        if (place == null) {
            for (String stem : clues.stems(lower)) {
                place = places.findLower(stem).orElse(null);
                if (place != null) {
                    return place;
                }
            }
        }
        return place;
    }

    /** The bits of a word in lower case as a name of people, also in an inflected form. */
    int people(String lower) {
        int bits = Clues.peopleBits(lower);
        if (bits == 0) {
            for (String stem : clues.stems(lower)) {
                bits |= Clues.peopleBits(stem);
            }
        }
        return bits;
    }

    Word word(String text) {
        Word known = words.get(text);
        if (known != null) {
            return known;
        }
        String lower = LowerCase.of(text);
        Word word = Word.of(text, lower.equals(text) ? null : word(lower), this);
        words.put(text, word);
        return word;
    }
}
