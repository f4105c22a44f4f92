package io.copydesk.ingest.page;

import java.util.function.Function;

/** The result of reading a record's bytes as a page. */
public sealed interface PageResult {

    /** One case for each kind of result: the page, or the reason why there is none. */
    <T> T fold(Function<Page, T> decoded, Function<Undecodable, T> undecodable);

    /** The record holds a page. */
    record Decoded(Page page) implements PageResult {
        @Override
        public <T> T fold(Function<Page, T> decoded, Function<Undecodable, T> undecodable) {
            return decoded.apply(page);
        }
    }

    /**
     * It holds none.
     *
     * @param detail one sentence for people
     */
    record Undecodable(UndecodableReason reason, String detail) implements PageResult {
        @Override
        public <T> T fold(Function<Page, T> decoded, Function<Undecodable, T> undecodable) {
            return undecodable.apply(this);
        }
    }
}
