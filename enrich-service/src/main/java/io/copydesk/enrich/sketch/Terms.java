package io.copydesk.enrich.sketch;

import io.copydesk.enrich.sketch.Term.Kind;
import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The terms of a text, in the form that is stored. Immutable.
 *
 * @param within names, numbers and words, compared within a language
 * @param across phonetic keys of names, and numbers, compared across languages
 * @param shown the heaviest of those within, as they are displayed, the heaviest first
 */
public record Terms(TermVector within, TermVector across, List<Shown> shown) {

    private static final int MOST_SHOWN = 12;

    public Terms {
        shown = List.copyOf(shown);
    }

    /**
     * A term as it is displayed.
     *
     * @param text as it is compared
     * @param shown as it is displayed
     * @param weight 1 and more
     */
    public record Shown(String text, String shown, int weight) {}

    static Terms of(List<Term> terms) {
        List<Term> within =
                terms.stream().filter(term -> term.kind() != Kind.ACROSS).toList();
        return new Terms(
                TermVector.of(within),
                TermVector.of(terms.stream()
                        .filter(term -> term.kind() == Kind.ACROSS)
                        .toList()),
                within.stream()
                        .sorted(Comparator.comparingInt((Term term) -> -term.weight())
                                .thenComparing(Term::text)
                                .thenComparing(Term::kind))
                        .limit(MOST_SHOWN)
                        .map(term -> new Shown(term.text(), term.shown(), term.weight()))
                        .toList());
    }

    /** The heaviest names and words as they are displayed, at most {@code most}, without numbers. */
    public List<String> keywords(int most) {
        return shown.stream()
                .map(Shown::shown)
                .filter(term -> term.chars().anyMatch(Character::isLetter))
                .distinct()
                .limit(most)
                .toList();
    }

    /** Writes them. */
    public void write(SnapshotWriter out) throws IOException {
        within.write(out);
        across.write(out);
        out.putInt(shown.size());
        for (Shown term : shown) {
            out.putText(term.text());
            out.putText(term.shown());
            out.putInt(term.weight());
        }
    }

    /** The terms that were written. */
    public static Terms read(SnapshotReader in) throws IOException {
        TermVector within = TermVector.read(in);
        TermVector across = TermVector.read(in);
        List<Shown> shown = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            String text = Objects.requireNonNull(in.getText());
            shown.add(new Shown(text, Objects.requireNonNull(in.getText()), in.getInt()));
        }
        return new Terms(within, across, shown);
    }

    /** How many terms there are. */
    public int size() {
        return within.size() + across.size();
    }
}
