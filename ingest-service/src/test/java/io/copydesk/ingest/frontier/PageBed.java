package io.copydesk.ingest.frontier;

import static io.copydesk.ingest.frontier.FrontierFixture.NOW;

import io.copydesk.ingest.page.PageAnnouncement;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Link;
import java.time.Duration;
import java.util.List;

/** One page of the frontier, which feeds name and whose outcomes are learnt. */
final class PageBed {

    static final String URL = "https://www.harbour.example/news/1";
    static final CrawlTarget.Page TARGET = new CrawlTarget.Page("https://harbour.example/news/1");
    static final FetchRequest REQUEST = FrontierFixture.request("www.harbour.example#4", URL, FetchTarget.PAGE);

    final FrontierFixture fixture = new FrontierFixture();
    final PageOutcomes pages = new PageOutcomes(
            FrontierFixture.settings().toBuilder()
                    .revisits(List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24)))
                    .build(),
            fixture.stores,
            fixture);

    static Link announcedBy(String feed) {
        return builder().announced(List.of(announcement(feed).announcement())).build();
    }

    static PageAnnouncement announcement(String feed) {
        return new PageAnnouncement(
                URL,
                new Announcement(
                        "https://" + feed + ".example/feed.xml", null, null, "1", null, null, "2026-03-04T10:00:00Z"));
    }

    void named() {
        pages.named(TARGET, URL, link(), NOW);
    }

    PageState page() {
        return fixture.stores.page(TARGET);
    }

    static Link link() {
        return builder().build();
    }

    static Link.Builder builder() {
        return Link.builder().url(URL).target(FetchTarget.PAGE).source("https://www.harbour.example/feed.xml");
    }

    static FetchOutcome fetched(String body) {
        return FrontierFixture.fetched(REQUEST, body, NOW).build();
    }

    static FetchOutcome moved(String location) {
        return FrontierFixture.outcome(REQUEST, Result.MOVED, 301, NOW)
                .location(location)
                .build();
    }
}
