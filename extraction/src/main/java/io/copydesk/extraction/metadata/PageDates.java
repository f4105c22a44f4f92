package io.copydesk.extraction.metadata;

import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.date.WrittenDate;
import io.copydesk.extraction.metadata.VisibleDates.Mark;
import io.copydesk.extraction.metadata.VisibleDates.Seen;
import java.time.Instant;
import java.time.LocalDate;
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

    private static final int MAX_BRACKETS = 60;

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
    private VisibleDates beside;

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
        WrittenDate tag = metaDate(PUBLISHED);
        WrittenDate own = first(jsonLd.datePublished());
        if (own == null) {
            own = tag;
        }
        if (own == null) {
            own = first(jsonLd.dateCreated());
        }
        LocalDate path = UrlDate.of(url).orElse(null);
        if (own != null) {
            own = FirstEdition.of(own, tag, path, this::beside, this::visible);
            return Optional.of(LocalDay.of(own, path, this::beside));
        }
        own = seen(s -> s.mark() == Mark.PUBLISHED && !s.aside());
        if (own != null) {
            return Optional.of(LocalDay.of(own, path, this::beside));
        }
        own = seen(s -> s.labelled() && !s.aside());
        if (own == null) {
            own = seen(s -> !s.changed() && !s.aside() && visible().distance(s) < VisibleDates.BESIDE);
        }
        if (own == null) {
            own = seen(s -> s.mark() == Mark.DATE
                    && !s.changed()
                    && !s.aside()
                    && visible().distance(s) < NEAR);
        }
        if (own == null) {
            own = seen(s -> s.foot() && (s.labelled() || s.mark() == Mark.PUBLISHED));
        }
        if (own == null) {
            own = metaDate(SOME_DATE);
        }
        if (own == null) {
            own = seen(s -> s.mark() == Mark.DATE && !s.changed() && !s.aside());
        }
        if (own == null) {
            own = Optional.ofNullable(path)
                    .map(day -> new WrittenDate(day, null, null))
                    .filter(this::isBelievable)
                    .orElse(null);
        }
        if (own == null) {
            own = seen(s -> s.mark() == Mark.DATE && !s.aside() && visible().distance(s) < NEAR);
        }
        if (own == null) {
            own = first(inBrackets(meta.first("description", "og:description")));
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
        if (own == null) {
            own = UrlDate.of(meta.first("og:image"))
                    .map(day -> new WrittenDate(day, null, null))
                    .filter(this::isBelievable)
                    .orElse(null);
        }
        return Optional.ofNullable(own).map(date -> isSwapped(date, path) ? new WrittenDate(path, null, null) : date);
    }

    /** Whether {@code date} is {@code path} with its day read as the month. */
    private static boolean isSwapped(WrittenDate date, LocalDate path) {
        return path != null
                && path.getYear() == date.date().getYear()
                && path.getMonthValue() == date.date().getDayOfMonth()
                && path.getDayOfMonth() == date.date().getMonthValue();
    }

    /** What stands in brackets at the end of a description. */
    private static String inBrackets(String description) {
        if (description == null || !description.endsWith(")")) {
            return null;
        }
        int open = description.lastIndexOf('(');
        return open < 0 || description.length() - open > MAX_BRACKETS ? null : description.substring(open);
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
        if (visible != null) {
            return visible;
        }
        if (beside == null) {
            beside = VisibleDates.near(document, classMarks, heading, dayFirst, this::isBelievable, LocalDay.NEAR);
        }
        return beside;
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
