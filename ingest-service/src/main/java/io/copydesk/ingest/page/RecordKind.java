package io.copydesk.ingest.page;

import org.jspecify.annotations.Nullable;

/**
 * A WARC record's header, as far as readers of archives need it.
 *
 * @param type the record type, such as {@code response}; empty when the field is missing
 * @param mediaType of the document, lower case, without parameters; empty when unknown
 * @param inputId the id of the input it is, {@code null} when it has none
 * @param ofCrawler whether it is about the crawl, such as a log or a screenshot: a resource whose address is none of the web or of files
 * @param headLength bytes of the record's header
 * @param blockLength bytes of its block as declared, -1 when missing
 */
public record RecordKind(
        String type, String mediaType, @Nullable String inputId, boolean ofCrawler, int headLength, long blockLength) {

    /** True for the types that can hold a page. */
    public boolean canHoldPage() {
        return !ofCrawler && (type.equals("response") || type.equals("resource"));
    }
}
