package io.copydesk.ingest.clean;

import io.copydesk.schemas.Announcement;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/**
 * What is known of a page beside its contents: which feeds named it, and what it has to do with articles of another id, by the canonical URL that it
 * declares. Persisted as JSON by the page's id. Immutable; each value is a function of the set of what was added, whatever the order.
 *
 * @param announced {@linkplain Announcement#merged merged}
 * @param articles the ids of articles that the page turned out to be, other than its own, in order
 * @param pages the ids of the pages that turned out to be the article with this id, other than its own, in order
 */
record AnnouncedPage(List<Announcement> announced, List<String> articles, List<String> pages) {

    static final AnnouncedPage NONE = new AnnouncedPage(List.of(), List.of(), List.of());

    /** The most ids in a list, the least ones: a site may declare one canonical URL on all of its pages. */
    private static final int MAX_IDS = 50;

    AnnouncedPage {
        announced = announced == null ? List.of() : List.copyOf(announced);
        articles = articles == null ? List.of() : List.copyOf(articles);
        pages = pages == null ? List.of() : List.copyOf(pages);
    }

    AnnouncedPage by(Announcement announcement) {
        return new AnnouncedPage(Announcement.merged(announced, List.of(announcement)), articles, pages);
    }

    AnnouncedPage withArticle(String id) {
        return new AnnouncedPage(announced, with(articles, id), pages);
    }

    AnnouncedPage withPage(String id) {
        return new AnnouncedPage(announced, articles, with(pages, id));
    }

    /** Whether it never gave an article, as far as this tells, and was announced before {@code limit} only. */
    boolean isForgotten(Instant limit) {
        return articles.isEmpty()
                && pages.isEmpty()
                && announced.stream()
                        .map(each -> EventTimes.instant(each.firstSeen()))
                        .allMatch(seen -> seen != null && seen.isBefore(limit));
    }

    private static List<String> with(List<String> ids, String id) {
        TreeSet<String> all = new TreeSet<>(ids);
        all.add(id);
        return all.stream().limit(MAX_IDS).toList();
    }
}
