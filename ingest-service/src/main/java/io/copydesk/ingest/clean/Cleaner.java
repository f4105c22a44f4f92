package io.copydesk.ingest.clean;

import io.copydesk.extraction.BlockVerdict;
import io.copydesk.extraction.Extractor;
import io.copydesk.extraction.SourceDocument;
import io.copydesk.ingest.clean.CleanResult.Cleaned;
import io.copydesk.ingest.clean.CleanResult.Refused;
import io.copydesk.ingest.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page in, one clean article or the reason why not out. A pure function of the page; thread-safe. */
public final class Cleaner {

    private final Extractor extractor;

    /** A cleaner over {@code extractor}. */
    public Cleaner(Extractor extractor) {
        this.extractor = extractor;
    }

    /** The article of {@code page}. Never throws for what a page may hold. */
    public CleanResult clean(Page page) {
        if (page.status() < 200 || page.status() > 299) {
            return new Refused("http-status", "the server answered " + page.status());
        }
        if (CleanDocument.MEDIA_TYPE.equals(page.mediaType())) {
            return CleanDocument.read(page, this::extract);
        }
        return extract(page);
    }

    private CleanResult extract(Page page) {
        return extractor
                .extract(document(page))
                .fold(
                        extracted -> new Cleaned(
                                ArticleAssembly.of(page, extracted.article()),
                                webUrl(page),
                                extracted.article().places()),
                        rejected -> new Refused(rejected.reason().label(), rejected.detail()));
    }

    /** What becomes of each block of {@code page}; none when it gives no article or is no HTML. */
    public List<BlockVerdict> explain(Page page) {
        return CleanDocument.MEDIA_TYPE.equals(page.mediaType()) ? List.of() : extractor.explain(document(page));
    }

    private static SourceDocument document(Page page) {
        return new SourceDocument(webUrl(page), page.mediaType(), page.charset(), page.body(), page.fetched());
    }

    private static @Nullable String webUrl(Page page) {
        return page.url() == null || page.url().startsWith("file:") ? null : page.url();
    }
}
