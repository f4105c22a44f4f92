package io.copydesk.enrich.sketch;

import io.copydesk.enrich.sketch.ShownTerms.Shown;
import io.copydesk.enrich.sketch.Term.Kind;
import java.util.Comparator;
import java.util.List;

/**
 * The terms of a text, in the form that is stored. Immutable.
 *
 * @param within names, numbers and words, compared within a language
 * @param across phonetic keys of names, and numbers, compared across languages
 * @param shown the heaviest of those within, as they are displayed, the heaviest first
 */
public record Terms(TermVector within, TermVector across, ShownTerms shown) {

    private static final int MOST_SHOWN = 12;

    static Terms of(List<Term> terms) {
        List<Term> within =
                terms.stream().filter(term -> term.kind() != Kind.ACROSS).toList();
        return new Terms(
                TermVector.of(within),
                TermVector.of(terms.stream()
                        .filter(term -> term.kind() == Kind.ACROSS)
                        .toList()),
                ShownTerms.of(within.stream()
                        .sorted(Comparator.comparingInt((Term term) -> -term.weight())
                                .thenComparing(Term::text)
                                .thenComparing(Term::kind))
                        .limit(MOST_SHOWN)
                        .map(term -> new Shown(term.text(), term.shown(), term.weight()))
                        .toList()));
    }

    /** The heaviest names and words as they are displayed, at most {@code most}, without numbers. */
    public List<String> keywords(int most) {
        return shown.all().stream()
                .map(Shown::shown)
                .filter(term -> term.chars().anyMatch(Character::isLetter))
                .distinct()
                .limit(most)
                .toList();
    }

    /** How many terms there are. */
    public int size() {
        return within.size() + across.size();
    }
}
