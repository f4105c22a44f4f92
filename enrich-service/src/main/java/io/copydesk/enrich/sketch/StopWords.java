package io.copydesk.enrich.sketch;

import io.copydesk.enrich.language.PerLanguage;
import io.copydesk.extraction.language.FunctionWords;
import io.copydesk.extraction.resource.ResourceLines;
import java.util.HashSet;
import java.util.Set;

/** Words that do not distinguish one event from another: function words of a language and words of any news text. Thread-safe. */
final class StopWords {

    private static final WordSet MENU =
            new WordSet(ResourceLines.words(ResourceLines.of(StopWords.class, "menu-words.txt")));
    private static final WordSet ENGLISH = new WordSet(read("en"));
    private static final PerLanguage<WordSet> BY_LANGUAGE = new PerLanguage<>(StopWords::orEnglish, () -> ENGLISH);

    private StopWords() {}

    /** Whether a word is one of menus, share bars and footers, in several languages. */
    static boolean isOfMenus(String word) {
        return MENU.contains(word);
    }

    /** The words of a primary language tag; those of English when the language has no list of its own. */
    static WordSet of(String language) {
        return BY_LANGUAGE.of(language);
    }

    private static WordSet orEnglish(String language) {
        Set<String> words = language.equals("en") ? Set.of() : read(language);
        return words.isEmpty() ? ENGLISH : new WordSet(words);
    }

    private static Set<String> read(String language) {
        Set<String> words = new HashSet<>(FunctionWords.of(language));
        words.addAll(ResourceLines.words(ResourceLines.ifPresent(StopWords.class, "news-words." + language + ".txt")));
        return words;
    }
}
