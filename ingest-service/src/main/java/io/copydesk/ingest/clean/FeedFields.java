package io.copydesk.ingest.clean;

import io.copydesk.ingest.page.Site;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Article.Organization;
import io.copydesk.schemas.DatePrecision;
import io.copydesk.schemas.Pipeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds to an article which feeds announced it, and what they say where its page says nothing: headline, date of publication and publisher, each of the
 * earliest feed that has it. A pure function; what makes a version does not depend on it.
 */
final class FeedFields {

    private FeedFields() {}

    /**
     * The article with what feeds say.
     *
     * @param announced in the order of their time
     * @param fetched when the article was fetched first, {@code null} when unknown: no later date is believed
     */
    static Article added(Article article, List<Announcement> announced, @Nullable Instant fetched) {
        if (announced.isEmpty()) {
            return article;
        }
        List<String> fields = new ArrayList<>();
        Article.Builder built = article.toBuilder();
        Pipeline.Builder pipeline = article.pipeline().toBuilder().announced(announced);
        if (article.headline() == null) {
            announced.stream()
                    .map(Announcement::title)
                    .filter(FeedFields::isText)
                    .findFirst()
                    .ifPresent(title -> {
                        built.headline(title);
                        fields.add("headline");
                    });
        }
        if (EventTimes.instant(article.datePublished()) == null) {
            date(announced, fetched).ifPresent(date -> {
                built.datePublished(date);
                pipeline.eventTime(EventTimes.of(date, fetched))
                        .datePrecision(date.indexOf('T') < 0 ? DatePrecision.DAY : DatePrecision.INSTANT);
                fields.add("datePublished");
            });
        }
        if (article.publisher() == null) {
            publisher(announced, article.pipeline().site()).ifPresent(name -> {
                built.publisher(Organization.named(name));
                fields.add("publisher");
            });
        }
        return built.pipeline(pipeline.fromFeed(fields).build()).build();
    }

    private static Optional<String> date(List<Announcement> announced, @Nullable Instant fetched) {
        for (Announcement each : announced) {
            Instant date = EventTimes.instant(each.published());
            Instant limit = fetched == null ? EventTimes.instant(each.firstSeen()) : fetched;
            if (each.published() != null && date != null && limit != null && !date.isAfter(limit)) {
                return Optional.of(each.published());
            }
        }
        return Optional.empty();
    }

    /** Of a feed of the article's own site: others collect the articles of many publishers. */
    private static Optional<String> publisher(List<Announcement> announced, String site) {
        return announced.stream()
                .filter(each -> Site.of(each.feed()).equals(site))
                .map(Announcement::feedTitle)
                .filter(FeedFields::isText)
                .findFirst();
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
