package io.copydesk.extraction.language;

import java.util.Set;

/** The most frequent words of a language, which tell the language and nothing else. Thread-safe. */
public final class FunctionWords {

    private FunctionWords() {}

    /** The words of a primary BCP 47 tag, lower case; none for a language without a list. Read anew at each call. */
    public static Set<String> of(String language) {
        return WordTable.words(language);
    }
}
