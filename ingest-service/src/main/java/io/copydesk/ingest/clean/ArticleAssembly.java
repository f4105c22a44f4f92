package io.copydesk.ingest.clean;

import io.copydesk.extraction.ExtractedArticle;
import io.copydesk.extraction.metadata.PageMetadata;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.Site;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Article.Organization;
import io.copydesk.schemas.Article.Person;
import io.copydesk.schemas.Pipeline;
import java.time.Instant;
import java.util.List;

/** Puts what was extracted, and where it came from, into the record that consumers see. */
final class ArticleAssembly {

    /** Name and version of the cleaning; part of every record, so that a better cleaning is told from an edit. */
    static final String EXTRACTOR = "copydesk-extraction/1";

    private ArticleAssembly() {}

    static Article of(Page page, ExtractedArticle extracted) {
        PageMetadata meta = extracted.metadata();
        String site = Site.of(page.url());
        String canonical = meta.canonicalUrl();
        boolean sameSite = canonical != null && Site.of(canonical).equals(site);
        Pipeline pipeline = new Pipeline(
                page.inputId(),
                site,
                text(page.fetched()),
                EventTimes.of(meta.datePublished(), page.fetched()),
                meta.datePrecision(),
                Digests.text(extracted.body()),
                Digests.content(meta.headline(), extracted.body()),
                EXTRACTOR,
                extracted.removed(),
                extracted.access(),
                null,
                null);
        return new Article(
                Article.CONTEXT,
                Article.TYPE,
                ArticleIds.of(sameSite ? canonical : page.url(), page.inputId()),
                canonical != null && (sameSite || ofFile(page)) ? canonical : page.url(),
                meta.headline(),
                meta.description(),
                extracted.body(),
                meta.section(),
                meta.authors().stream().map(Person::named).toList(),
                meta.publisher() == null ? null : Organization.named(meta.publisher()),
                meta.datePublished(),
                meta.dateModified(),
                extracted.language(),
                meta.keywords(),
                meta.images(),
                extracted.isAccessibleForFree(),
                null,
                List.of(),
                1,
                pipeline);
    }

    /** A document from no web address: there is nothing to hold its canonical URL against. */
    private static boolean ofFile(Page page) {
        return page.url() == null || page.url().startsWith("file:");
    }

    static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
