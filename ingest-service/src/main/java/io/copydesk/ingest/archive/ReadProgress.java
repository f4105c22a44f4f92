package io.copydesk.ingest.archive;

/** Receives the progress of reading after each item, on the reading thread. */
@FunctionalInterface
public interface ReadProgress {

    /** Ignores progress. */
    ReadProgress NONE = (read, total, items) -> {};

    /**
     * An item was read.
     *
     * @param bytesRead bytes read from the files so far, as stored
     * @param bytesTotal bytes of all files that are read
     * @param items items handed out so far
     */
    void advanced(long bytesRead, long bytesTotal, long items);
}
