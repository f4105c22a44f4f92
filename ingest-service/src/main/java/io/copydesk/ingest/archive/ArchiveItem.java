package io.copydesk.ingest.archive;

import io.copydesk.ingest.page.Page;

/** One thing found in an archive. */
public sealed interface ArchiveItem {

    /** An input that can be read. Its input id is unique among all items of one reader. */
    record Input(Page page) implements ArchiveItem {}

    /**
     * An input that cannot be read.
     *
     * @param inputId unique among all items of one reader
     * @param reason a label of {@link BrokenReason} or of {@link io.copydesk.ingest.page.PageResult}
     * @param detail one sentence for people
     * @param bytes what there was, at most {@link ArchiveLimits#brokenBytes()}
     * @param length how many bytes there were, as far as they were counted
     */
    record Broken(String inputId, String reason, String detail, byte[] bytes, long length) implements ArchiveItem {}

    /**
     * Something that is no input: a WARC record that holds no page, a file of another kind.
     *
     * @param why a short label, such as {@code warc request} or {@code image/png}
     */
    record Skipped(String why) implements ArchiveItem {}
}
