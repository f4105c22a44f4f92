package io.copydesk.ingest.archive;

import io.copydesk.ingest.page.Page;
import java.util.function.Function;

/** One item of an archive. */
public sealed interface ArchiveItem {

    /** One case for each kind of item. */
    <T> T fold(Function<Input, T> input, Function<Broken, T> broken, Function<Skipped, T> skipped);

    /** An input that can be read. Its input id is unique among all items of one reader. */
    record Input(Page page) implements ArchiveItem {
        @Override
        public <T> T fold(Function<Input, T> input, Function<Broken, T> broken, Function<Skipped, T> skipped) {
            return input.apply(this);
        }
    }

    /**
     * An input that cannot be read.
     *
     * @param inputId unique among all items of one reader
     * @param detail one sentence for people
     * @param bytes the original, at most {@link ArchiveLimits#brokenBytes()}
     * @param length how many bytes the original had, as far as they were counted
     */
    record Broken(String inputId, BrokenReason reason, String detail, byte[] bytes, long length)
            implements ArchiveItem {
        @Override
        public <T> T fold(Function<Input, T> input, Function<Broken, T> broken, Function<Skipped, T> skipped) {
            return broken.apply(this);
        }
    }

    /**
     * Something that is no input: a WARC record that holds no page, a file of another kind.
     *
     * @param name where it is: a file's path below the folder that was named, or a record's archive
     * @param why a short label, such as {@code warc request} or {@code image/png}
     */
    record Skipped(String name, String why) implements ArchiveItem {
        @Override
        public <T> T fold(Function<Input, T> input, Function<Broken, T> broken, Function<Skipped, T> skipped) {
            return skipped.apply(this);
        }
    }
}
