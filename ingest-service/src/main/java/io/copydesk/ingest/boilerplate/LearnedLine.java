package io.copydesk.ingest.boilerplate;

/**
 * A line that was learned to be boilerplate.
 *
 * @param text how it reads on one of its pages, cut after {@value #MAX_TEXT} characters
 * @param key what it is recognised by
 * @param anywhere whether it is removed wherever it occurs; else only beside other boilerplate or at an end of the text
 * @param articles on how many distinct articles of the sample it occurs
 * @param exact on how many of them word for word, numbers aside
 */
public record LearnedLine(String text, LineKey key, boolean anywhere, int articles, int exact) {

    static final int MAX_TEXT = 240;

    /** Whether both take out the same lines. */
    boolean doesAs(LearnedLine other) {
        return anywhere == other.anywhere && key.equals(other.key);
    }
}
