package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.LatinFold.Kind;
import io.copydesk.extraction.notice.NoticePattern.Element;
import io.copydesk.extraction.notice.NoticePattern.Scope;
import io.copydesk.extraction.resource.WordHashes;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words without which a text holds no phrase, or speaks of no topic. Looking for them takes one pass over the characters and makes no objects; most
 * passages of an article hold none, and are then neither cut into words nor compared with patterns. Immutable and thread-safe.
 */
final class Triggers {

    /** Phrases that open a line may have one word before them. */
    static final int OPENING_WORDS = 2;

    private final WordHashes anywhere;
    private final WordHashes opening;
    /** Whether a number may be a phrase's first place, and nothing else of it is told here. */
    private final boolean digits;

    private final boolean openingDigits;

    private Triggers(Collection<String> anywhere, Collection<String> opening, boolean digits, boolean openingDigits) {
        this.anywhere = WordHashes.of(anywhere);
        this.opening = WordHashes.of(opening);
        this.digits = digits;
        this.openingDigits = openingDigits;
    }

    /** Folded words that count wherever they stand. */
    static Triggers of(Collection<String> words) {
        return new Triggers(words, Set.of(), false, false);
    }

    /** What every text holds that a pattern matches: its first word when it opens the line, else the words of its most telling place. */
    static Triggers of(Map<String, List<NoticePattern>> byFirstWord, List<NoticePattern> byNumber) {
        Set<String> anywhere = new HashSet<>();
        Set<String> opening = new HashSet<>();
        boolean digits = false;
        boolean openingDigits = false;
        for (Map.Entry<String, List<NoticePattern>> entry : byFirstWord.entrySet()) {
            for (NoticePattern pattern : entry.getValue()) {
                if (pattern.scope() == Scope.ANYWHERE) {
                    anywhere.addAll(telling(pattern, List.of(entry.getKey())));
                } else {
                    opening.add(entry.getKey());
                }
            }
        }
        for (NoticePattern pattern : byNumber) {
            List<String> words = telling(pattern, List.of());
            anywhere.addAll(pattern.scope() == Scope.ANYWHERE ? words : List.of());
            digits |= pattern.scope() == Scope.ANYWHERE && words.isEmpty();
            openingDigits |= pattern.scope() != Scope.ANYWHERE;
        }
        return new Triggers(anywhere, opening, digits, openingDigits);
    }

    private static List<String> telling(NoticePattern pattern, List<String> first) {
        List<String> best = first;
        for (Element element : pattern.elements()) {
            if (element instanceof Element.Word word
                    && !word.optional()
                    && shortest(word.alternatives()) > shortest(best)) {
                best = word.alternatives();
            }
        }
        return best;
    }

    /** Long words are rare ones; a stem cannot be looked up. */
    private static int shortest(List<String> words) {
        return words.stream()
                .mapToInt(word -> word.endsWith("~") ? 0 : word.length())
                .min()
                .orElse(0);
    }

    /** Whether {@code text} may hold one of the words; {@code true} for texts with letters of other scripts than Latin. */
    boolean mayBeIn(String text) {
        int hash = 0;
        int words = 0;
        Kind word = Kind.NONE;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            Kind kind = LatinFold.kind(c);
            if (kind == Kind.LETTER && word == Kind.LETTER) {
                hash = LatinFold.hash(hash, c);
                continue;
            }
            if (kind == Kind.FOREIGN || kind == Kind.DIGIT && (digits || openingDigits && words < OPENING_WORDS)) {
                return true;
            }
            if (kind == Kind.NOTHING) {
                continue;
            }
            if (kind != word || kind == Kind.SIGN) {
                if (word != Kind.NONE && isTrigger(hash, words++)) {
                    return true;
                }
                hash = 0;
                word = kind;
            }
            hash = kind == Kind.NONE ? 0 : LatinFold.hash(hash, c);
        }
        return word != Kind.NONE && isTrigger(hash, words);
    }

    private boolean isTrigger(int hash, int wordsBefore) {
        return anywhere.mayHold(hash) || wordsBefore < OPENING_WORDS && opening.mayHold(hash);
    }
}
