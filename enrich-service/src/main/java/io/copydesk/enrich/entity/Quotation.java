package io.copydesk.enrich.entity;

/**
 * A passage in quotation marks, not within another.
 *
 * @param open index of the token that opens it
 * @param close index of the token that closes it; of the end of the line where a mark that opens the next line continues it
 * @param continued whether the next passage continues it
 */
record Quotation(int open, int close, boolean continued) {

    /** Number of tokens between the marks. */
    int size() {
        return close - open - 1;
    }
}
