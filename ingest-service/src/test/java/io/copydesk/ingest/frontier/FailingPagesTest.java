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
import io.copydesk.schemas.PageVerdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Feeds that publish, but whose pages all fail. */
class FailingPagesTest {

    private static final String FEED = "https://harbour.example/feed.xml";

    private final FrontierFixture fixture = new FrontierFixture();
    private final PageOutcomes pages = new PageOutcomes(FrontierFixture.settings(), fixture.stores, fixture);
    private String feed = FEED;
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
        assertThat(fixture.links).isEmpty();
    }

    @Test
    void pagesThatCleaningRefusesCount() {
        watched(Health.OK);
        for (int i = 0; i < FailingPages.LEAST; i++) {
            cleaned(PageVerdict.refused("not-an-article"));
        }

        assertThat(fixture.statuses).singleElement().satisfies(status -> {
            assertThat(status.pagesFailingSince())
                    .isEqualTo(Instant.ofEpochMilli(NOW).toString());
            assertThat(status.why()).endsWith("of its pages the last: not-an-article");
        });
        brought();
        assertThat(fixture.statuses)
                .hasSize(2)
                .last()
                .extracting(FeedStatus::pagesFailingSince)
                .isNull();
    }

    @Test
    void aPageCountsOnceHoweverOftenItIsRefused() {
        watched(Health.OK);
        CrawlTarget.Page target = cleaned(PageVerdict.refused("not-an-article"));
        for (int visit = 1; visit <= FailingPages.LEAST; visit++) {
            FetchRequest again =
                    FrontierFixture.request("www.harbour.example#" + visit, target.key(), FetchTarget.PAGE);
            pages.learn(
                    target, FrontierFixture.fetched(again, "text " + visit, NOW).build(), NOW);
            pages.cleaned(target, again.id(), PageVerdict.refused("not-an-article"), NOW);
        }

        assertThat(fixture.stores.feed(FEED).pagesGivenUp).isEqualTo(1);
    }

    @Test
    void aPageOfWhichCleaningSaysNothingCountsAsBroughtWithItsSecondFetch() {
        watched(Health.OK);
        for (int i = 1; i < FailingPages.LEAST; i++) {
            refused();
        }
        CrawlTarget.Page target = fetched();
        assertThat(fixture.stores.feed(FEED).pagesGivenUp).isEqualTo(FailingPages.LEAST - 1);
        pages.learn(
                target,
                FrontierFixture.fetched(request(target), "more text", NOW).build(),
                NOW);

        assertThat(fixture.stores.feed(FEED).pagesGivenUp).isZero();
    }

    @Test
    void aFeedOfAnotherSiteIsToldThroughLinks() {
        feed = "https://collected.example/feed.xml";
        refused();
        brought();
        assertThat(fixture.links).hasSize(2).allSatisfy(link -> {
            assertThat(link.url()).isEqualTo(feed);
            assertThat(link.target()).isEqualTo(FetchTarget.FEED);
            assertThat(link.withdrawn()).as("so that older versions do nothing").isTrue();
            assertThat(link.source()).isNull();
        });
        assertThat(fixture.links)
                .extracting(Link::verdict)
                .containsExactly(PageVerdict.refused("bad-redirect"), PageVerdict.ARTICLE);
        watched(Health.OK);
        Frontier other = fixture.frontier(FrontierFixture.settings());
        for (int i = 0; i < FailingPages.LEAST; i++) {
            other.link(fixture.links.get(0), NOW);
        }
        assertThat(fixture.statuses).extracting(FeedStatus::pagesFailingSince).containsExactly(at(NOW));
        other.link(fixture.links.get(1), NOW);
        assertThat(fixture.statuses)
                .hasSize(2)
                .last()
                .extracting(FeedStatus::pagesFailingSince)
                .isNull();
    }

    private static String at(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    private void watched(Health health) {
        FeedState watched = new FeedState(feed);
        watched.health = health;
        fixture.stores.put(watched);
    }

    private CrawlTarget.Page named() {
        String url = "https://www.harbour.example/news/" + page++;
        CrawlTarget.Page target = new CrawlTarget.Page(url.replace("www.", ""));
        Announcement announced = new Announcement(feed, null, null, "1", null, null, "2026-03-04T10:00:00Z");
        Link link = Link.builder()
                .url(url)
                .target(FetchTarget.PAGE)
                .source(feed)
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
        cleaned(PageVerdict.ARTICLE);
    }

    private CrawlTarget.Page cleaned(PageVerdict verdict) {
        CrawlTarget.Page target = fetched();
        pages.cleaned(target, request(target).id(), verdict, NOW);
        return target;
    }

    private CrawlTarget.Page fetched() {
        CrawlTarget.Page target = named();
        pages.learn(
                target, FrontierFixture.fetched(request(target), "text", NOW).build(), NOW);
        return target;
    }

    private static FetchRequest request(CrawlTarget.Page target) {
        return FrontierFixture.request("www.harbour.example#4", target.key(), FetchTarget.PAGE);
    }
}
