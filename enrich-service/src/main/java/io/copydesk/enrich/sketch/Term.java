package io.copydesk.enrich.sketch;

/**
 * A term of a text: a name, number or word that distinguishes what it is about.
 *
 * @param text as it is compared: lower case, words cut to a stem
 * @param shown as it is displayed
 * @param kind what it is
 * @param weight 1 and more; whole numbers, so that sums do not depend on their order
 */
public record Term(String text, String shown, Kind kind, int weight) {

    /** Words, names and numbers are compared within a language, phonetic keys of names and bare numbers across languages. */
    public enum Kind {
        NAME,
        NUMBER,
        WORD,
        ACROSS
    }
}
