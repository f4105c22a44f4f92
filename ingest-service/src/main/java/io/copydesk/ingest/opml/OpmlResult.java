package io.copydesk.ingest.opml;

import java.util.List;

/** What became of an OPML file's bytes. */
public sealed interface OpmlResult {

    /**
     * It is a list.
     *
     * @param entries each feed once, in the file's order
     * @param refused one sentence for each entry that cannot be watched
     */
    record Parsed(List<OpmlEntry> entries, List<String> refused) implements OpmlResult {
        public Parsed {
            entries = List.copyOf(entries);
            refused = List.copyOf(refused);
        }
    }

    /** It is none; {@code detail} says why in one sentence. */
    record NotOpml(String detail) implements OpmlResult {}
}
