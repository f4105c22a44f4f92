package io.copydesk.ingest.frontier;

import static io.copydesk.ingest.frontier.FrontierFixture.HOUR;
import static io.copydesk.ingest.frontier.FrontierFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.FeedPriority;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.Subscription;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sitemaps that indexes name. */
class SitemapIndexesTest {

    private static final String INDEX = "https://www.harbour.example/index.xml";
    private static final String OTHER_INDEX = "https://www.harbour.example/other.xml";
    private static final String FEED = "https://www.harbour.example/feed.xml";

    private final FrontierFixture fixture = new FrontierFixture();
    private final Frontier frontier = fixture.frontier(FrontierFixture.settings());

    @Test
    void aSitemapThatWasDiscoveredIsSubscribedToOnce() {
        Link link = named(INDEX).build();
        frontier.link(link, NOW);
        frontier.link(link, NOW + HOUR);

        assertThat(fixture.statuses).hasSize(1);
        assertThat(fixture.statuses.get(0).index()).isEqualTo(INDEX);
    }

    @Test
    void aSitemapIsFreedByTheIndexThatNamedItAlone() {
        frontier.link(named(INDEX).build(), NOW);
        frontier.link(named(OTHER_INDEX).withdrawn(true).build(), NOW);
        assertThat(fixture.stores.feed(FEED)).isNotNull();
        frontier.link(named(INDEX).withdrawn(true).build(), NOW);

        assertThat(fixture.stores.feed(FEED)).isNull();
        assertThat(fixture.queued()).isEmpty();
        assertThat(fixture.removedStatuses).containsExactly(FEED);
    }

    @Test
    void aSitemapThatIsSubscribedOnItsOwnIsNotFreedWithAnIndex() {
        frontier.link(named(INDEX).build(), NOW);
        subscribe(FEED, NOW);
        frontier.link(named(INDEX).withdrawn(true).build(), NOW);

        assertThat(fixture.stores.feed(FEED)).isNotNull();
    }

    @Test
    void aSitemapOfAnEarlierReleasesStateIsFreedWithItsIndex() {
        frontier.subscribe(FEED, new Subscription(FEED, null, INDEX, null), NOW);
        frontier.link(named(INDEX).withdrawn(true).build(), NOW);

        assertThat(fixture.stores.feed(FEED)).isNull();
    }

    @Test
    void aSitemapThatTwoIndexesNameStaysUntilBothHaveLetItGo() {
        frontier.link(named(INDEX).build(), NOW);
        frontier.link(named(OTHER_INDEX).build(), NOW);
        frontier.link(named(INDEX).withdrawn(true).build(), NOW);

        assertThat(fixture.stores.feed(FEED).publicStatus().index()).isEqualTo(OTHER_INDEX);
        frontier.link(named(OTHER_INDEX).withdrawn(true).build(), NOW);

        assertThat(fixture.stores.feed(FEED)).isNull();
        assertThat(fixture.removedStatuses).containsExactly(FEED);
    }

    @Test
    void aSitemapOfAnIndexOutlivesItsOwnSubscription() {
        frontier.link(named(INDEX).priority(FeedPriority.HIGH).build(), NOW);
        frontier.subscribe(FEED, new Subscription(FEED, null, "Ports", null, 60L, 60L, FeedPriority.LOW), NOW);
        frontier.unsubscribe(FEED);

        FeedState sitemap = fixture.stores.feed(FEED);
        assertThat(sitemap.index).isEqualTo(INDEX);
        assertThat(sitemap.category).isNull();
        assertThat(sitemap.maxPoll).isZero();
        assertThat(sitemap.priority).isEqualTo(FeedPriority.HIGH);
        assertThat(fixture.queued()).hasSize(1);
        assertThat(fixture.removedStatuses).isEmpty();
    }

    @Test
    void anIndexThatNamesItselfEndsWithItsSubscription() {
        subscribeIndex(FEED);
        frontier.link(named(FEED).build(), NOW);
        frontier.unsubscribe(FEED);

        assertThat(fixture.stores.feed(FEED)).isNull();
        assertThat(fixture.queued()).isEmpty();
    }

    @Test
    void aSitemapHasTheHighestPriorityOfItsIndexesAlsoWhenThatChanges() {
        frontier.link(named(INDEX).build(), NOW);
        frontier.link(named(OTHER_INDEX).priority(FeedPriority.HIGH).build(), NOW);
        assertThat(fixture.stores.feed(FEED).priority).isEqualTo(FeedPriority.HIGH);
        frontier.link(named(OTHER_INDEX).priority(FeedPriority.LOW).build(), NOW);
        assertThat(fixture.stores.feed(FEED).priority).isNull();
        frontier.link(named(INDEX).withdrawn(true).build(), NOW);

        assertThat(fixture.stores.feed(FEED).priority).isEqualTo(FeedPriority.LOW);
        assertThat(fixture.statuses).last().extracting(FeedStatus::priority).isEqualTo(FeedPriority.LOW);
        assertThat(fixture.queued()).hasSize(1);
    }

    @Test
    void anotherPriorityOfAnIndexReachesItsSitemaps() {
        subscribeIndex(INDEX);

        frontier.subscribe(INDEX, new Subscription(INDEX, null, null, null).prioritised(FeedPriority.HIGH), NOW);

        assertThat(fixture.links)
                .containsExactly(named(INDEX).priority(FeedPriority.HIGH).build());
    }

    /** An index that names the sitemap. */
    private void subscribeIndex(String url) {
        subscribe(url, NOW);
        FeedState index = fixture.stores.feed(url);
        index.sitemaps = List.of(FEED);
        fixture.stores.put(index);
    }

    private static Link.Builder named(String index) {
        return Link.builder().url(FEED).target(FetchTarget.FEED).source(index);
    }

    private void subscribe(String url, long now) {
        frontier.subscribe(url, new Subscription(url, null, null, null), now);
    }
}
