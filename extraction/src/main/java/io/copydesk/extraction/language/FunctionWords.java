package io.copydesk.extraction.language;

import io.copydesk.extraction.resource.ResourceLines;
import java.util.Set;

/** The most frequent words of a language, which are evidence of the language and of nothing else. Thread-safe. */
public final class FunctionWords {

    private FunctionWords() {}

    /** The words of a primary BCP 47 tag, lower case; empty for a language without a list. Reads the resource at each call. */
    public static Set<String> of(String language) {
        boolean listed = ResourceLines.of(FunctionWords.class, "languages.txt").stream()
                .anyMatch(line -> line.startsWith(language + " "));
        return listed ? ResourceLines.words(ResourceLines.of(FunctionWords.class, language + ".txt")) : Set.of();
    }
}
