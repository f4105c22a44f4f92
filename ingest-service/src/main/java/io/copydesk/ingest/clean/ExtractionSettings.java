package io.copydesk.ingest.clean;

import io.copydesk.extraction.ExtractorOptions;
import io.copydesk.schemas.PageKind;
import java.util.List;
import java.util.Set;

/**
 * What the role {@code clean} extracts.
 *
 * @param keepKinds kinds of pages that are read although they are no articles, instead of becoming dead letters {@code not-an-article}
 */
public record ExtractionSettings(List<PageKind> keepKinds) {

    public ExtractionSettings {
        keepKinds = List.copyOf(keepKinds);
    }

    /** Articles only. */
    public static ExtractionSettings defaults() {
        return new ExtractionSettings(List.of());
    }

    /** The options of an extractor by these settings. */
    public ExtractorOptions options() {
        return ExtractorOptions.DEFAULT.keeping(Set.copyOf(keepKinds));
    }
}
