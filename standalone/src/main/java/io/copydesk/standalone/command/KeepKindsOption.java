package io.copydesk.standalone.command;

import io.copydesk.ingest.clean.ExtractionSettings;
import io.copydesk.schemas.PageKind;
import java.util.List;
import picocli.CommandLine.Option;

/** Which pages are read although they are no articles. */
final class KeepKindsOption {

    @Option(
            names = "--keep-kinds",
            split = ",",
            paramLabel = "KIND",
            description =
                    "Kinds of pages to keep that are refused as not-an-article otherwise: ${COMPLETION-CANDIDATES}.")
    private List<PageKind> kinds = List.of();

    ExtractionSettings extraction() {
        return new ExtractionSettings(kinds);
    }
}
