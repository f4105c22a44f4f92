package io.copydesk.ingest.archive;

/** The items of one file, in its order. */
interface ItemSource {

    /** The next item, {@code null} after the last. Never throws for what the file holds. */
    ArchiveItem next();
}
