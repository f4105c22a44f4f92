package io.copydesk.console.index;

/**
 * Which results of a search are wanted.
 *
 * @param page from 1
 * @param size results of a page, at most {@value #MOST}
 */
public record Slice(int page, int size) {

    /** The most results of a page. */
    public static final int MOST = 100;

    public Slice {
        page = Math.max(1, Math.min(page, Found.COUNTED));
        size = Math.max(1, Math.min(size, MOST));
    }

    /** Index of the first result. */
    int begin() {
        return (page - 1) * size;
    }

    /** Index after the last result. */
    int end() {
        return page * size;
    }
}
