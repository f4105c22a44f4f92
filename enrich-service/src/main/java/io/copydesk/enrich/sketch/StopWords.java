package io.copydesk.enrich.sketch;

import io.copydesk.enrich.language.PerLanguage;
import io.copydesk.extraction.language.FunctionWords;
import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.extraction.resource.WordHashes;
import java.util.HashSet;
import java.util.Set;

/** Words that do not distinguish one event from another: function words of a language and words of any news text. Thread-safe. */
final class StopWords {

    private static final Set<String> MENU = ResourceLines.words(ResourceLines.of(StopWords.class, "menu-words.txt"));
    private static final WordHashes MENU_HASHES = WordHashes.of(MENU);
    private static final Set<String> ENGLISH = read("en");
    private static final PerLanguage<Set<String>> BY_LANGUAGE = new PerLanguage<>(StopWords::orEnglish, () -> ENGLISH);

    private StopWords() {}

    /** Whether a word is one of menus, share bars and footers, in several languages. */
    static boolean isOfMenus(String word) {
        return MENU_HASHES.mayHold(word) && MENU.contains(word);
    }

    /** The words of a primary language tag; those of English when the language has no list of its own. */
    static Set<String> of(String language) {
        return BY_LANGUAGE.of(language);
    }

    private static Set<String> orEnglish(String language) {
        Set<String> words = language.equals("en") ? ENGLISH : read(language);
        return words.isEmpty() ? ENGLISH : words;
    }

    private static Set<String> read(String language) {
        Set<String> words = new HashSet<>(FunctionWords.of(language));
        words.addAll(ResourceLines.words(ResourceLines.ifPresent(StopWords.class, "news-words." + language + ".txt")));
        return Set.copyOf(words);
    }
}
