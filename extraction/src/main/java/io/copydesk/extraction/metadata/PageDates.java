package io.copydesk.extraction.metadata;

import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.date.WrittenDate;
import io.copydesk.extraction.metadata.VisibleDates.Mark;
import io.copydesk.extraction.metadata.VisibleDates.Seen;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;

/** When the article was published and last changed: JSON-LD, meta tags, {@code <time>}, the URL, visible text, in that order of trust. */
final class PageDates {

    /** Tags that mean the day of publication. */
    private static final String[] PUBLISHED = {
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "article.published",
        "published_time",
        "og:published_time",
        "publish-date",
        "publication_date",
        "pubdate",
        "publishdate",
        "published",
        "cxenseparse:recs:publishtime",
        "dc.date.issued",
        "dcterms.issued",
        "article_date_original",
        "originalpublicationdate",
        "displaydate",
        "article:post_date",
        "shareaholic:article_published_time",
        "rnews:datepublished",
        "citation_online_date",
        "citation_publication_date",
        "date_published",
        "published_on",
        "publishedat",
        "vr:published_time",
        "og:pubdate",
        "bt:pubdate"
    };
    /** Tags that may as well mean the day the page was made or last served. */
    private static final String[] SOME_DATE = {
        "dcterms.created",
        "dc.date.created",
        "dcterms.date",
        "dc.date",
        "dc:date",
        "date",
        "datecreated",
        "dc:created",
        "created",
        "release_date",
        "timestamp"
    };

    private static final String[] MODIFIED = {
        "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "lastmod",
        "last-modified", "article.updated", "og:modified_time", "modified_time", "revision_date", "updated_time"
    };

    /** Characters between a headline and the date that belongs to it. */
    private static final int NEAR = 3000;

    private static final int BESIDE = 200;

    private final PageElements page;
    private final Document document;
    private final ClassMarks classMarks;
    private final MetaTags meta;
    private final JsonLdArticle jsonLd;
    private final String url;
    private final Instant fetched;
    private final boolean dayFirst;
    private final String heading;
    private VisibleDates visible;

    PageDates(
            PageElements page,
            Document document,
            ClassMarks classMarks,
            MetaTags meta,
            JsonLdArticle jsonLd,
            String url,
            Instant fetched,
            boolean dayFirst,
            String heading) {
        this.page = page;
        this.document = document;
        this.classMarks = classMarks;
        this.meta = meta;
        this.jsonLd = jsonLd;
        this.url = url;
        this.fetched = fetched;
        this.dayFirst = dayFirst;
        this.heading = heading;
    }

    Optional<WrittenDate> published() {
        WrittenDate own = first(jsonLd.datePublished());
        if (own == null) {
            own = metaDate(PUBLISHED);
        }
        if (own == null) {
            own = first(jsonLd.dateCreated());
        }
        if (own == null) {
            own = seen(s -> s.mark() == Mark.PUBLISHED && !s.aside());
        }
        if (own != null) {
            return Optional.of(LocalDay.of(own, UrlDate.of(url).orElse(null), this::beside));
        }
        own = seen(s -> s.labelled() && !s.aside());
        if (own == null) {
            own = seen(s -> !s.changed() && !s.aside() && visible().distance(s) < BESIDE);
        }
        if (own == null) {
            own = seen(s -> s.mark() == Mark.DATE
                    && !s.changed()
                    && !s.aside()
                    && visible().distance(s) < NEAR);
        }
        if (own == null) {
            own = metaDate(SOME_DATE);
        }
        if (own == null) {
            own = seen(s -> s.mark() == Mark.DATE && !s.changed() && !s.aside());
        }
        if (own == null) {
            own = UrlDate.of(url)
                    .map(day -> new WrittenDate(day, null, null))
                    .filter(this::isBelievable)
                    .orElse(null);
        }
        if (own == null) {
            own = seen(s -> s.mark() == Mark.DATE && !s.aside() && visible().distance(s) < NEAR);
        }
        if (own == null) {
            own = first(ScriptDate.find(page));
        }
        if (own == null) {
            own = seen(s -> !s.changed() && !s.aside() && visible().distance(s) < NEAR);
        }
        if (own == null) {
            own = seen(s -> s.mark() == Mark.DATE && !s.aside());
        }
        if (own == null) {
            own = seen(Seen::labelled);
        }
        if (own == null) {
            own = metaDate(MODIFIED);
        }
        if (own == null) {
            own = seen(s -> !s.aside());
        }
        if (own == null) {
            own = seen(s -> true);
        }
        return Optional.ofNullable(own);
    }

    /** Of the dates that {@code wanted} lets through, the one nearest to the headline. */
    private WrittenDate seen(Predicate<Seen> wanted) {
        return visible().all().stream()
                .filter(wanted)
                .min(Comparator.comparingInt(visible()::distance))
                .map(Seen::date)
                .orElse(null);
    }

    private VisibleDates beside() {
        return visible != null
                ? visible
                : VisibleDates.near(document, classMarks, heading, dayFirst, this::isBelievable, LocalDay.NEAR);
    }

    private VisibleDates visible() {
        if (visible == null) {
            visible = VisibleDates.of(document, classMarks, heading, dayFirst, this::isBelievable);
        }
        return visible;
    }

    Optional<WrittenDate> modified() {
        WrittenDate own = first(jsonLd.dateModified());
        if (own == null) {
            own = metaDate(MODIFIED);
        }
        if (own == null) {
            own = seen(s -> s.changed() && !s.aside());
        }
        return Optional.ofNullable(own);
    }

    private WrittenDate metaDate(String[] names) {
        for (String name : names) {
            WrittenDate date = first(meta.first(name));
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private WrittenDate first(String text) {
        if (text == null) {
            return null;
        }
        Optional<WrittenDate> date = EpochDate.read(text).or(() -> DateReader.read(text, dayFirst));
        return date.filter(this::isBelievable).orElse(null);
    }

    /** Nothing is published after it was fetched; a day is allowed for publishers that name no zone. */
    private boolean isBelievable(WrittenDate date) {
        return fetched == null
                || !date.earliest()
                        .isAfter(
                                date.isInstant()
                                        ? fetched.plus(10, ChronoUnit.MINUTES)
                                        : fetched.plus(14, ChronoUnit.HOURS));
    }
}
