package io.copydesk.enrich.entity;

import io.copydesk.enrich.entity.Clues.Kind;
import io.copydesk.enrich.entity.Gazetteer.Place;
import org.jspecify.annotations.Nullable;

/**
 * A word, or a punctuation mark, as a text writes it, with all that is known of it: one object for all its occurrences, so that each
 * list is asked once for each word of a text. For one text, by one thread, because occurrences are counted in it.
 */
final class Word {

    private final String text;
    private final boolean mark;
    private final int bits;
    private final boolean capital;
    private final boolean shouted;
    private final Word folded;
    private final KnownNames.@Nullable Node known;
    private final @Nullable Place place;
    private final boolean opensPlace;
    private int small;
    private int capitals;

    private Word(String text, boolean mark, int bits, @Nullable Word folded, @Nullable Lexicon lexicon) {
        this.text = text;
        this.mark = mark;
        this.bits = bits;
        this.folded = folded == null ? this : folded;
        capital = !mark && isCapital(text);
        shouted = capital && isShouted(text);
        known = lexicon != null ? KnownNames.start(text) : null;
        place = capital && lexicon != null ? lexicon.place(lower()) : null;
        opensPlace = capital && lexicon != null && lexicon.places().opens(lower());
    }

    /**
     * A word that a language's lists are asked about.
     *
     * @param folded the same in lower case, {@code null} where it is in lower case
     */
    static Word of(String text, @Nullable Word folded, Lexicon lexicon) {
        int bits = folded == null ? lexicon.clues().bits(text) : folded.bits | lexicon.people(folded.text);
        return new Word(text, false, bits, folded, lexicon);
    }

    /** A word of which nothing is asked but how it is written. */
    static Word bare(String text) {
        return new Word(text, false, 0, null, null);
    }

    static Word mark(String text) {
        return new Word(text, true, 0, null, null);
    }

    private static boolean isCapital(String text) {
        return !isPronoun(text)
                && (Character.isUpperCase(text.codePointAt(0))
                        || text.length() > 3 && text.startsWith("al-") && Character.isUpperCase(text.charAt(3)));
    }

    /** The English "I", also with a verb. */
    private static boolean isPronoun(String text) {
        return text.charAt(0) == 'I' && (text.length() == 1 || text.charAt(1) == '\'' || text.charAt(1) == '’');
    }

    private static boolean isShouted(String text) {
        int upper = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            upper += Character.isUpperCase(c) ? 1 : 0;
            i += Character.charCount(c);
        }
        return upper >= 2;
    }

    /** Counts an occurrence in an ordinary line. */
    void count(boolean opening) {
        folded.small += capital ? 0 : 1;
        folded.capitals += capital && !opening ? 1 : 0;
    }

    /** Whether the text writes it without a capital, and never with one that opens no sentence. */
    boolean isUsuallySmall() {
        return folded.small > 0 && folded.capitals == 0;
    }

    String text() {
        return text;
    }

    String lower() {
        return folded.text;
    }

    boolean isMark() {
        return mark;
    }

    boolean capital() {
        return capital;
    }

    /** Whether all its letters are capitals, two or more. */
    boolean shouted() {
        return shouted;
    }

    boolean is(Kind kind) {
        return (bits >>> kind.ordinal() & 1) != 0;
    }

    /** Whether it is a given name in any language, with a capital. */
    boolean isGivenName() {
        return is(Kind.GIVEN);
    }

    /** Whether it is a surname in any language, with a capital. */
    boolean isSurname() {
        return is(Kind.SURNAME);
    }

    /** Whether it is the noun of a name of an institution or a place. */
    boolean isHead() {
        return is(Kind.ORGANISATION) || is(Kind.PLACE);
    }

    /** Where the known names that begin with it go on. */
    KnownNames.@Nullable Node known() {
        return known;
    }

    /** The place with this name, when it has a capital. */
    @Nullable
    Place place() {
        return place;
    }

    /** Whether names of places of several words begin with it. */
    boolean opensPlace() {
        return opensPlace;
    }
}
