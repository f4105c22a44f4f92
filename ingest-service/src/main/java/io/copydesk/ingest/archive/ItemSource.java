package io.copydesk.ingest.archive;

import org.jspecify.annotations.Nullable;

/** The items of one file, in its order. */
interface ItemSource {

    /** The next item, {@code null} after the last. Never throws for what the file holds. */
    @Nullable
    ArchiveItem next();
}
