package io.copydesk.extraction.notice;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Recognises quotes and reporting verbs: the words of a person rather than of the site. Immutable and thread-safe. */
final class Speech {

    private static final String QUOTES = "“„«\"「『";

    /** Verbs by language; those of scripts without blanks match anywhere, since each letter is a word there. */
    private final Map<String, Set<String>> verbs = new HashMap<>();

    private final Map<String, List<String>> spelled = new HashMap<>();

    Speech(NoticePack pack) {
        for (String language : NoticeLanguages.ALL) {
            Set<String> whole = new HashSet<>();
            pack.list("report", language).forEach(verb -> {
                if (!NoticeWords.isWhole(verb.charAt(0))) {
                    whole.add(verb);
                }
            });
            verbs.put(language, whole);
            spelled.put(
                    language,
                    pack.list("report", language).stream()
                            .filter(verb -> NoticeWords.isWhole(verb.charAt(0)))
                            .toList());
        }
    }

    /** Whether {@code text}, read in {@code language}, quotes or reports a person. */
    boolean isIn(String text, List<String> words, String language) {
        if (quotes(text)) {
            return true;
        }
        Set<String> whole = verbs.getOrDefault(language, Set.of());
        for (String word : words) {
            if (whole.contains(word)) {
                return true;
            }
        }
        List<String> letters = spelled.getOrDefault(language, List.of());
        if (letters.isEmpty()) {
            return false;
        }
        String plain = NoticeWords.fold(text);
        return letters.stream().anyMatch(plain::contains);
    }

    static boolean quotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (QUOTES.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
