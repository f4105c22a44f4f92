package io.copydesk.enrich.sketch;

/**
 * A term that tells what a text is about.
 *
 * @param text as it is compared: lower case, words cut to a stem
 * @param shown as people read it
 * @param kind what it is
 * @param weight 1 and more; whole numbers, so that sums do not depend on their order
 */
public record Term(String text, String shown, Kind kind, int weight) {

    /** WordTokenizer, names and numbers are compared within a language, sounds of names and bare numbers across languages. */
    public enum Kind {
        NAME,
        NUMBER,
        WORD,
        ACROSS
    }
}
