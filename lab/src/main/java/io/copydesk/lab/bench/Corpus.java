package io.copydesk.lab.bench;

import io.copydesk.extraction.SourceDocument;
import io.copydesk.ingest.archive.ArchiveItem;
import io.copydesk.ingest.archive.ArchiveReader;
import io.copydesk.ingest.page.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The HTML pages of an archive, held in memory.
 *
 * @param pages in the order of the archive
 * @param passedOver how many items of the archive are no HTML page, or none that can be read
 */
public record Corpus(List<SourceDocument> pages, int passedOver) {

    /** Reads HTML, WARC and JSON Lines files, and folders of them. */
    public static Corpus read(List<Path> paths) throws IOException {
        List<SourceDocument> pages = new ArrayList<>();
        int passedOver = 0;
        try (ArchiveReader archive = ArchiveReader.open(paths)) {
            while (archive.hasNext()) {
                if (archive.next() instanceof ArchiveItem.Input input && isHtml(input.page())) {
                    pages.add(document(input.page()));
                } else {
                    passedOver++;
                }
            }
        }
        return new Corpus(List.copyOf(pages), passedOver);
    }

    /** Bytes of all pages. */
    public long bytes() {
        return pages.stream().mapToLong(page -> page.body().length).sum();
    }

    private static boolean isHtml(Page page) {
        return page.mediaType() != null && page.mediaType().contains("html");
    }

    private static SourceDocument document(Page page) {
        return new SourceDocument(page.url(), page.mediaType(), page.charset(), page.body(), page.fetched());
    }
}
