package io.copydesk.ingest.archive;

import io.copydesk.ingest.page.WarcPages;
import io.copydesk.schemas.DeadLetter;

/**
 * What an archive may ask for; more makes a broken item.
 *
 * @param pageBytes the most bytes of a document after decoding
 * @param lineBytes the most bytes of a line of JSON
 * @param brokenBytes the most bytes that a broken item carries
 */
public record ArchiveLimits(int pageBytes, int lineBytes, int brokenBytes) {

    /** 5 MiB a page, 32 MiB a line, and what a dead letter holds. */
    public static final ArchiveLimits DEFAULT =
            new ArchiveLimits(WarcPages.MAX_BODY_BYTES, 32 * 1024 * 1024, DeadLetter.MAX_BYTES);
}
