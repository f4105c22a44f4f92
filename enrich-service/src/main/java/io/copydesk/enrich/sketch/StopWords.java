package io.copydesk.enrich.sketch;

import io.copydesk.extraction.language.FunctionWords;
import io.copydesk.extraction.resource.ResourceLines;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** WordTokenizer that tell nothing about the event: a language's function words and what stands in any news text. Thread-safe. */
final class StopWords {

    private static final Map<String, Set<String>> READ = new ConcurrentHashMap<>();
    private static final Set<String> MENU = ResourceLines.words(ResourceLines.of(StopWords.class, "menu-words.txt"));

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
        words.addAll(ResourceLines.words(ResourceLines.ifPresent(StopWords.class, "news-words." + language + ".txt")));
        return words.isEmpty() ? read("en") : Set.copyOf(words);
    }
}
