package io.copydesk.ingest.frontier;

import static io.copydesk.ingest.frontier.FrontierFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FeedStatus.Health;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Link;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Feeds that publish, but whose pages all fail. */
class FailingPagesTest {

    private static final String FEED = "https://harbour.example/feed.xml";

    private final FrontierFixture fixture = new FrontierFixture();
    private final PageOutcomes pages = new PageOutcomes(FrontierFixture.settings(), fixture.stores, fixture);
    private int page;

    @Test
    void aFeedIsToldWithTheFifthPageInARowThatIsGivenUp() {
        watched(Health.OK);
        for (int i = 1; i < FailingPages.LEAST; i++) {
            refused();
        }
        assertThat(fixture.statuses).isEmpty();

        refused();
        refused();

        assertThat(fixture.statuses)
                .extracting(FeedStatus::pagesFailingSince)
                .containsExactly(Instant.ofEpochMilli(NOW).toString());
    }

    @Test
    void aPageThatComesEndsItAndTheCountBeginsAnew() {
        watched(Health.OK);
        for (int i = 0; i < FailingPages.LEAST; i++) {
            refused();
        }
        brought();
        assertThat(fixture.statuses)
                .extracting(FeedStatus::pagesFailingSince)
                .hasSize(2)
                .last()
                .isNull();

        for (int i = 1; i < FailingPages.LEAST; i++) {
            refused();
        }
        assertThat(fixture.statuses).hasSize(2);
    }

    @Test
    void pagesThatComeInBetweenTellNothing() {
        watched(Health.OK);
        for (int i = 0; i < 3 * FailingPages.LEAST; i++) {
            refused();
            brought();
        }
        assertThat(fixture.statuses).isEmpty();
    }

    @Test
    void whatRobotsTxtDisallowsCountsAndAFeedThatFailsItselfIsNotTold() {
        watched(Health.FAILING);
        for (int i = 0; i < FailingPages.LEAST; i++) {
            CrawlTarget.Page target = named();
            pages.candidate(target, NOW, NOW).orElseThrow().disallowed(NOW);
        }
        assertThat(fixture.statuses)
                .hasSize(1)
                .last()
                .extracting(FeedStatus::pagesFailingSince)
                .isNull();
        assertThat(fixture.stores.feed(FEED).pagesFailingSince).isEqualTo(NOW);
    }

    @Test
    void aFeedThatIsNotWatchedHereIsPassedOver() {
        refused();
        brought();
        assertThat(fixture.statuses).isEmpty();
        assertThat(fixture.refused).hasSize(1);
    }

    private void watched(Health health) {
        FeedState feed = new FeedState(FEED);
        feed.health = health;
        fixture.stores.put(feed);
    }

    private CrawlTarget.Page named() {
        String url = "https://www.harbour.example/news/" + page++;
        CrawlTarget.Page target = new CrawlTarget.Page(url.replace("www.", ""));
        Announcement announced = new Announcement(FEED, null, null, "1", null, null, "2026-03-04T10:00:00Z");
        Link link = Link.builder()
                .url(url)
                .target(FetchTarget.PAGE)
                .source(FEED)
                .announced(List.of(announced))
                .build();
        assertThat(pages.named(target, url, link, NOW)).isPresent();
        return target;
    }

    private void refused() {
        CrawlTarget.Page target = named();
        pages.learn(
                target,
                FrontierFixture.outcome(request(target), Result.FAILED, 0, NOW)
                        .reason(FailureReason.BAD_REDIRECT)
                        .build(),
                NOW);
    }

    private void brought() {
        CrawlTarget.Page target = named();
        pages.learn(
                target, FrontierFixture.fetched(request(target), "text", NOW).build(), NOW);
    }

    private static FetchRequest request(CrawlTarget.Page target) {
        return FrontierFixture.request("www.harbour.example#4", target.key(), FetchTarget.PAGE);
    }
}
