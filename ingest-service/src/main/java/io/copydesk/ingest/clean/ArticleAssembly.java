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
import org.jspecify.annotations.Nullable;

/** Puts what was extracted, and where it came from, into the record that consumers see. */
final class ArticleAssembly {

    /**
     * Name and version of the cleaning rules, part of every record: it distinguishes a better cleaning from an edit of the
     * newsroom. Not the product's version; it changes only when the rules do.
     */
    static final String RULES = "copydesk-extraction/3";

    private ArticleAssembly() {}

    static Article of(Page page, ExtractedArticle extracted) {
        PageMetadata meta = extracted.metadata();
        String site = Site.of(page.url());
        String canonical = meta.canonicalUrl();
        boolean sameSite = canonical != null && Site.of(canonical).equals(site);
        Pipeline pipeline = Pipeline.builder()
                .inputId(page.inputId())
                .site(site)
                .fetched(text(page.fetched()))
                .eventTime(EventTimes.of(meta.datePublished(), page.fetched()))
                .datePrecision(meta.datePrecision())
                .textDigest(Digests.text(extracted.body()))
                .contentDigest(Digests.content(meta.headline(), extracted.body()))
                .extractor(RULES)
                .removed(extracted.removed())
                .access(extracted.access())
                .page(extracted.page())
                .confidence(extracted.confidence())
                .build();
        return Article.builder()
                .id(ArticleIds.of(sameSite ? canonical : page.url(), page.inputId()))
                .url(canonical != null && (sameSite || ofFile(page)) ? canonical : page.url())
                .headline(meta.headline())
                .description(meta.description())
                .articleBody(extracted.body())
                .articleSection(meta.section())
                .author(meta.authors().stream().map(Person::named).toList())
                .publisher(meta.publisher() == null ? null : Organization.named(meta.publisher()))
                .datePublished(meta.datePublished())
                .dateModified(meta.dateModified())
                .inLanguage(extracted.language())
                .keywords(meta.keywords())
                .image(meta.images())
                .isAccessibleForFree(extracted.isAccessibleForFree())
                .pipeline(pipeline)
                .build();
    }

    /** A document from no web address: there is nothing to hold its canonical URL against. */
    private static boolean ofFile(Page page) {
        return page.url() == null || page.url().startsWith("file:");
    }

    static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
