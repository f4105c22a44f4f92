package io.copydesk.standalone.command;

import io.copydesk.extraction.ExtractorOptions;
import io.copydesk.ingest.clean.ExtractionSettings;
import io.copydesk.schemas.PageKind;
import io.copydesk.standalone.pipeline.UsageException;
import java.util.List;
import picocli.CommandLine.Option;

/** Which pages are read although they are no articles. */
final class PageKindOptions {

    @Option(
            names = "--keep-kinds",
            split = ",",
            paramLabel = "KIND",
            description =
                    "Kinds of pages to keep that are refused as not-an-article otherwise: ${COMPLETION-CANDIDATES}.")
    private List<PageKind> kinds = List.of();

    @Option(
            names = "--article-threshold",
            paramLabel = "LIKELIHOOD",
            description =
                    "Refuse pages that are less likely an article, 0 to 1 (default ${DEFAULT-VALUE}; news sites alone: 0.3).")
    private double articleThreshold = ExtractorOptions.ARTICLE_THRESHOLD;

    /**
     * The settings that were given.
     *
     * @throws UsageException when the threshold is no likelihood
     */
    ExtractionSettings extraction() {
        try {
            return new ExtractionSettings(kinds, articleThreshold);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--" + e.getMessage());
        }
    }
}
