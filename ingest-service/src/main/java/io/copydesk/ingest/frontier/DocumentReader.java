package io.copydesk.ingest.frontier;

import io.copydesk.ingest.discovery.Discovery;
import io.copydesk.ingest.discovery.FeedCandidate.Source;
import io.copydesk.ingest.feed.FeedDocument;
import io.copydesk.ingest.feed.FeedParser;
import io.copydesk.ingest.sitemap.SitemapDocument;
import io.copydesk.ingest.sitemap.SitemapParser;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Gzip;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the body of a subscribed document: a feed, or else a sitemap. Pure, safe for any thread, never throws. */
final class DocumentReader {

    /** Of a sitemap index the sitemaps that changed within this time are subscribed to; older ones are an archive. */
    private static final Duration FRESH_SITEMAP = Duration.ofDays(3);

    private static final int MAX_SITEMAPS = 50;

    private DocumentReader() {}

    /** The contents of the outcome's body. */
    static Reading read(FetchOutcome outcome) {
        if (outcome.target() != FetchTarget.FEED || outcome.result() != Result.FETCHED || outcome.body() == null) {
            return new Reading.Nothing();
        }
        byte[] body = Gzip.unpack(outcome.body(), SitemapParser.MAX_BYTES);
        String url = outcome.location() == null ? outcome.url() : outcome.location();
        return FeedParser.parse(body, url, outcome.contentType())
                .fold(
                        DocumentReader::feed,
                        notAFeed -> SitemapParser.parse(body, url)
                                .fold(
                                        sitemap -> sitemap(sitemap, outcome.at()),
                                        reason -> new Reading.Unreadable(notAFeed + feedsOf(body, url))));
    }

    /** The feed that a page declares in place of one: who subscribed to the page meant that. */
    private static String feedsOf(byte[] body, String url) {
        return Discovery.feedsOf(body, url).stream()
                .filter(feed -> feed.source() == Source.DECLARED && !feed.comments())
                .findFirst()
                .map(feed -> "; it is a page that declares the feed " + feed.url())
                .orElse("");
    }

    private static Reading feed(FeedDocument feed) {
        List<ReadItem> items = feed.items().stream()
                .map(item -> new ReadItem(
                        item.id(),
                        item.url(),
                        item.title(),
                        millis(item.published() == null ? item.updated() : item.published()),
                        item.updated(),
                        item.published() == null ? item.updated() : item.published()))
                .toList();
        FeedDocument.Hints hints = feed.hints();
        return new Reading.Items(
                feed.title(),
                items,
                asked(hints),
                QuietTimes.of(hints.skipHours(), hints.skipDays()),
                hints.hubLink(),
                hints.selfLink());
    }

    private static long asked(FeedDocument.Hints hints) {
        long ttl = hints.ttl() == null ? 0 : hints.ttl().toMillis();
        return hints.updateInterval() == null
                ? ttl
                : Math.max(ttl, hints.updateInterval().toMillis());
    }

    private static Reading sitemap(SitemapDocument sitemap, long now) {
        if (sitemap.kind() == SitemapDocument.Kind.INDEX) {
            if (sitemap.entries().isEmpty()) {
                return new Reading.Unreadable("a sitemap index that names no sitemap");
            }
            // The latest first, as the number is limited; those without a date stay in their order.
            return new Reading.Sitemaps(sitemap.entries().stream()
                    .sorted(Comparator.comparing(entry -> -millis(entry.lastModified())))
                    .filter(entry -> entry.lastModified() == null
                            || now - millis(entry.lastModified()) < FRESH_SITEMAP.toMillis())
                    .map(SitemapDocument.Entry::url)
                    .filter(Objects::nonNull)
                    .limit(MAX_SITEMAPS)
                    .toList());
        }
        List<ReadItem> items = sitemap.entries().stream()
                .filter(entry -> entry.url() != null)
                .map(entry -> new ReadItem(
                        entry.url(),
                        entry.url(),
                        entry.title(),
                        millis(entry.published() == null ? entry.lastModified() : entry.published()),
                        entry.lastModified(),
                        entry.published()))
                .toList();
        return new Reading.Items(null, items, 0, QuietTimes.NONE);
    }

    /** The start of an ISO 8601 date or time, epoch milliseconds; 0 without one. A time without a zone is UTC. */
    static long millis(@Nullable String date) {
        if (date == null) {
            return 0;
        }
        try {
            if (date.length() == 10) {
                return LocalDate.parse(date)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toEpochMilli();
            }
            if (date.endsWith("Z")) {
                return Instant.parse(date).toEpochMilli();
            }
            int zone = Math.max(date.lastIndexOf('+'), date.lastIndexOf('-'));
            return zone > 10
                    ? OffsetDateTime.parse(date).toInstant().toEpochMilli()
                    : LocalDateTime.parse(date).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeParseException e) {
            return 0;
        }
    }
}
