package io.copydesk.ingest.opml;

import java.util.List;
import java.util.function.Function;

/** The result of reading a document as OPML. */
public sealed interface OpmlResult {

    /** One case for each kind of result: the list, or the reason why the document is none. */
    <T> T fold(Function<Parsed, T> parsed, Function<String, T> notOpml);

    /**
     * A subscription list.
     *
     * @param entries in document order, without duplicates
     * @param refused one sentence for each entry that is dropped
     */
    record Parsed(List<OpmlEntry> entries, List<String> refused) implements OpmlResult {
        public Parsed {
            entries = List.copyOf(entries);
            refused = List.copyOf(refused);
        }

        @Override
        public <T> T fold(Function<Parsed, T> parsed, Function<String, T> notOpml) {
            return parsed.apply(this);
        }
    }

    /**
     * Another document.
     *
     * @param detail the reason as a sentence
     */
    record NotOpml(String detail) implements OpmlResult {
        @Override
        public <T> T fold(Function<Parsed, T> parsed, Function<String, T> notOpml) {
            return notOpml.apply(detail);
        }
    }
}
