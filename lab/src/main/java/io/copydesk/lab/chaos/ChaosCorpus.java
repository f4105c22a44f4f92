package io.copydesk.lab.chaos;

import io.copydesk.ingest.archive.ArchiveLimits;
import io.copydesk.ingest.archive.ArchiveReader;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.lab.seeded.InventedPages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is put in, as a file and page by page.
 *
 * @param file a WARC file
 * @param pages its pages, in order
 */
record ChaosCorpus(Path file, List<Page> pages) {

    /** Invents one of at least {@code count} pages. */
    static ChaosCorpus invent(long seed, int count, Path file) throws IOException {
        return of(InventedPages.warcRecords(seed, count), file);
    }

    /** The same with {@link LargePages} in its middle. */
    static ChaosCorpus inventWithLarge(long seed, int count, Path file) throws IOException {
        List<byte[]> records = new ArrayList<>(InventedPages.warcRecords(seed, count));
        LargePages.of(seed).forEach(page -> records.add(records.size() / 2, WarcPages.encode(page)));
        return of(records, file);
    }

    private static ChaosCorpus of(List<byte[]> records, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (byte[] record : records) {
                out.write(record);
            }
        }
        List<Page> pages = new ArrayList<>();
        try (ArchiveReader archive =
                ArchiveReader.open(List.of(file), ArchiveLimits.DEFAULT, (bytes, total, items) -> {})) {
            while (archive.hasNext()) {
                archive.next()
                        .<Runnable>fold(
                                input -> () -> pages.add(input.page()),
                                broken -> () -> {
                                    throw new IllegalStateException(broken.detail());
                                },
                                skipped -> () -> {})
                        .run();
            }
        }
        return new ChaosCorpus(file, pages);
    }

    Set<String> inputIds() {
        return pages.stream().map(Page::inputId).collect(Collectors.toSet());
    }
}
