package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.FoldTable.Kind;
import io.copydesk.extraction.notice.NoticePattern.Element;
import io.copydesk.extraction.notice.NoticePattern.Scope;
import io.copydesk.extraction.resource.WordHashes;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words of which a text has at least one if it holds a phrase, or names a topic. The search is one pass over the characters and allocates nothing; most
 * passages of an article have none, and are then neither split into words nor compared with patterns. Immutable and thread-safe.
 */
final class Triggers {

    /** Number of words of a line at which a phrase that opens it may start: one word may precede it. */
    static final int OPENING_WORDS = 2;

    /** Penalty of a common word on the rarity of a place, in letters. */
    private static final double COMMON = 100;

    /** Of phrases that may occur anywhere: the words of their rarest place. */
    private final WordHashes anywhere;
    /** Of phrases that open a line: their first words. */
    private final WordHashes opening;
    /** Of phrases that open a line: the words of their rarest place. */
    private final WordHashes opened;
    /** Of phrases that start with a number: the words of their rarest place. */
    private final WordHashes numbered;
    /** Whether a phrase that starts with a number has no such word. */
    private final boolean bareNumbers;

    private Triggers(
            Collection<String> anywhere,
            Collection<String> opening,
            Collection<String> opened,
            Collection<String> numbered,
            boolean bareNumbers) {
        this.anywhere = WordHashes.of(anywhere);
        this.opening = WordHashes.of(opening);
        this.opened = WordHashes.of(opened);
        this.numbered = WordHashes.of(numbered);
        this.bareNumbers = bareNumbers;
    }

    /** Folded words that count at any place. */
    static Triggers of(Collection<String> words) {
        return new Triggers(words, Set.of(), Set.of(), Set.of(), false);
    }

    /**
     * Triggers of which every text that matches one of the patterns has one.
     *
     * @param common frequent words, which occur in most texts
     */
    static Triggers of(Map<String, List<NoticePattern>> byFirstWord, List<NoticePattern> byNumber, Set<String> common) {
        Set<String> anywhere = new HashSet<>();
        Set<String> opened = new HashSet<>();
        byFirstWord.forEach((word, patterns) ->
                patterns.forEach(pattern -> (pattern.scope() == Scope.ANYWHERE ? anywhere : opened)
                        .addAll(rarest(pattern, List.of(word), common))));
        Set<String> numbered = new HashSet<>();
        boolean bareNumbers = false;
        for (NoticePattern pattern : byNumber) {
            List<String> words = rarest(pattern, List.of(), common);
            numbered.addAll(words);
            bareNumbers |= words.isEmpty();
        }
        Set<String> opening = new HashSet<>();
        byFirstWord.forEach((word, patterns) -> {
            if (patterns.stream().anyMatch(pattern -> pattern.scope() != Scope.ANYWHERE)) {
                opening.add(word);
            }
        });
        return new Triggers(anywhere, opening, opened, numbered, bareNumbers);
    }

    private static List<String> rarest(NoticePattern pattern, List<String> first, Set<String> common) {
        List<String> best = first;
        for (Element element : pattern.elements()) {
            if (element instanceof Element.Word word
                    && !word.optional()
                    && rarity(word.alternatives(), common) > rarity(best, common)) {
                best = word.alternatives();
            }
        }
        return best;
    }

    /** Few common words, then long ones; a stem cannot be looked up. */
    private static double rarity(List<String> words, Set<String> common) {
        if (words.isEmpty() || words.stream().anyMatch(word -> word.endsWith("~"))) {
            return Double.NEGATIVE_INFINITY;
        }
        long frequent = words.stream().filter(common::contains).count();
        return words.stream().mapToInt(String::length).average().orElse(0) - COMMON * frequent;
    }

    /** Whether {@code text} may hold one of the words; {@code true} for texts in scripts that are not folded letter by letter. */
    boolean mayBeIn(String text) {
        int hash = 0;
        int words = 0;
        boolean opens = false;
        boolean rare = false;
        boolean number = false;
        boolean rareNumbered = bareNumbers;
        Kind word = Kind.NONE;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c >= 'a' && c <= 'z' && word == Kind.LETTER) {
                hash = 31 * hash + c;
                continue;
            }
            Kind kind = FoldTable.kind(c);
            if (kind == Kind.LETTER && word == Kind.LETTER) {
                hash = FoldTable.hash(hash, c);
                continue;
            }
            if (kind == Kind.NOTHING) {
                continue;
            }
            if (kind == Kind.FOREIGN) {
                return true;
            }
            number |= kind == Kind.DIGIT;
            if (word != Kind.NONE && (kind != word || kind == Kind.SIGN)) {
                opens = words < OPENING_WORDS && opening.mayHold(hash) || opens;
                words++;
                // A text that opens with none of the words needs no rare ones; each kind is looked up until one is
                // found.
                rare = rare || (opens || words < OPENING_WORDS) && opened.mayHold(hash);
                rareNumbered = rareNumbered || numbered.mayHold(hash);
                if (opens && rare || number && rareNumbered || anywhere.mayHold(hash)) {
                    return true;
                }
            }
            hash = kind == Kind.NONE ? 0 : FoldTable.hash(kind == word && kind != Kind.SIGN ? hash : 0, c);
            word = kind;
        }
        return false;
    }
}
