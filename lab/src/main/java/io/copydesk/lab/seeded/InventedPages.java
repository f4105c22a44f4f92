package io.copydesk.lab.seeded;

import io.copydesk.ingest.page.WarcPages;
import java.util.ArrayList;
import java.util.List;

/** The pages of a seed as they lie in an archive. */
public final class InventedPages {

    private InventedPages() {}

    /** About {@code count} WARC records: articles, versions, old captures, copies, pages that are refused; some twice. */
    public static List<byte[]> warcRecords(long seed, int count) {
        Inputs inputs = Inputs.of(seed, count);
        List<LogRecord> records = new ArrayList<>();
        inputs.partitionsOfPages().forEach(partition -> records.addAll(inputs.pages(partition)));
        return records.stream()
                .map(LogRecord::value)
                .filter(value -> value != null && isPage(value))
                .toList();
    }

    private static boolean isPage(byte[] value) {
        return WarcPages.decode(value).fold(page -> true, undecodable -> false);
    }
}
