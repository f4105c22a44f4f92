package io.copydesk.ingest.frontier;

import static io.copydesk.ingest.frontier.FrontierFixture.HOUR;
import static io.copydesk.ingest.frontier.FrontierFixture.MINUTE;
import static io.copydesk.ingest.frontier.FrontierFixture.NOW;
import static io.copydesk.ingest.frontier.FrontierFixture.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.FeedPriority;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrioritiesTest {

    private static final Reading NOTHING = new Reading.Nothing();
    private static final String FEED = "https://www.harbour.example/feed.xml";

    private final FrontierFixture fixture = new FrontierFixture();
    private final FrontierSettings settings = FrontierFixture.settings().toBuilder()
            .maxInFlight(1)
            .fetchesPerPage(1)
            .hostDelay(Duration.ofSeconds(10))
            .build();
    private Frontier frontier = fixture.frontier(settings);

    /** The pages that were requested, in order, and when each was first. */
    private final List<String> fetched = new ArrayList<>();

    private final Map<String, Long> when = new HashMap<>();

    private int answered;

    @Test
    void pagesOfAHostAreFetchedByThePriorityOfTheirFeed() {
        page("www.harbour.example", "low", FeedPriority.LOW, NOW);
        page("www.harbour.example", "normal", null, NOW);
        page("www.harbour.example", "high", FeedPriority.HIGH, NOW);
        run(NOW, NOW + 2 * MINUTE);

        assertThat(fetched)
                .containsExactly(
                        "https://www.harbour.example/high",
                        "https://www.harbour.example/normal",
                        "https://www.harbour.example/low");
    }

    @Test
    void hostsThatAreReadyHaveTheirTurnByThePriorityOfTheirPages() {
        page("a.example", "low", FeedPriority.LOW, NOW);
        page("b.example", "normal", null, NOW);
        page("c.example", "high", FeedPriority.HIGH, NOW);
        run(NOW, NOW + 2 * MINUTE);

        assertThat(fetched)
                .containsExactly("https://c.example/high", "https://b.example/normal", "https://a.example/low");
    }

    @Test
    void aHostThatIsReadyMovesForwardWithAPageOfHighPriority() {
        page("a.example", "1", null, NOW);
        page("b.example", "1", null, NOW);
        page("c.example", "1", FeedPriority.LOW, NOW);
        frontier.release(NOW); // the robots.txt of a.example takes the only place
        page("c.example", "2", FeedPriority.HIGH, NOW);
        answer(NOW);
        frontier.release(NOW);

        assertThat(fixture.requests.get(1).url()).isEqualTo("https://c.example/robots.txt");
    }

    @Test
    void aPageOfLowPriorityIsFetchedAtOnceWhenNothingElseIsDue() {
        page("www.harbour.example", "low", FeedPriority.LOW, NOW);
        run(NOW, NOW + MINUTE);

        assertThat(fetched).containsExactly("https://www.harbour.example/low");
    }

    @Test
    void aSaturatedHostStillFetchesPagesOfLowPriority() {
        page("www.harbour.example", "low", FeedPriority.LOW, NOW);
        for (long now = NOW; now < NOW + 6 * HOUR; now += SECOND) {
            if ((now - NOW) % (6 * SECOND) == 0) { // about 1.8 times what the host's pause allows
                page("www.harbour.example", "high" + now, FeedPriority.HIGH, now);
            }
            run(now, now + SECOND);
        }

        assertThat(fixture.requests.size()).isGreaterThan(1_900);
        assertThat(when.get("https://www.harbour.example/low")).isBetween(NOW + 2 * HOUR, NOW + 5 * HOUR);
    }

    @Test
    void aSaturatedFrontierStillFetchesFromHostsOfLowPriority() {
        page("low.example", "low", FeedPriority.LOW, NOW);
        for (long now = NOW; now < NOW + 7 * HOUR; now += SECOND) {
            int host = (int) ((now - NOW) / SECOND % 30); // each may be asked every 10 s, all together once a second
            page("high" + host + ".example", "p" + now, FeedPriority.HIGH, now);
            run(now, now + SECOND);
        }

        assertThat(when.get("https://low.example/low"))
                .isBetween(NOW + 2 * HOUR, NOW + 5 * HOUR); // its robots.txt waits as well
    }

    @Test
    void aPageHasTheHighestPriorityOfTheFeedsThatNameIt() {
        page("www.harbour.example", "one", null, NOW);
        page("www.harbour.example", "two", FeedPriority.LOW, NOW);
        page("www.harbour.example", "two", FeedPriority.HIGH, NOW);
        page("www.harbour.example", "two", FeedPriority.LOW, NOW);
        run(NOW, NOW + 2 * MINUTE);

        assertThat(fetched).containsExactly("https://www.harbour.example/two", "https://www.harbour.example/one");
        assertThat(fixture.queued()).hasSize(2);
    }

    @Test
    void aSubscriptionsPriorityIsPublishedAndPassedOnAndCanBeChanged() {
        frontier.subscribe(FEED, subscription(FeedPriority.HIGH), NOW);
        assertThat(fixture.statuses.get(0)).extracting(FeedStatus::priority).isEqualTo(FeedPriority.HIGH);
        FeedState feed = fixture.stores.feed(FEED);
        assertThat(feed.at("https://www.harbour.example/2.xml", FEED).priority())
                .isEqualTo(FeedPriority.HIGH);

        frontier.subscribe(FEED, subscription(FeedPriority.LOW), NOW);
        frontier.subscribe(FEED, subscription(FeedPriority.NORMAL), NOW);

        assertThat(fixture.stores.feed(FEED).priority).isNull();
        assertThat(fixture.queued()).hasSize(1);
    }

    @Test
    void orderSurvivesARestart() {
        page("www.harbour.example", "low", FeedPriority.LOW, NOW);
        page("www.harbour.example", "high", FeedPriority.HIGH, NOW);
        frontier = fixture.frontier(settings);
        frontier.resume();
        run(NOW, NOW + MINUTE);

        assertThat(fetched).containsExactly("https://www.harbour.example/high", "https://www.harbour.example/low");
    }

    private static Subscription subscription(FeedPriority priority) {
        return new Subscription(FEED, null, null, null).prioritised(priority);
    }

    private void page(String host, String name, @Nullable FeedPriority priority, long now) {
        frontier.link(
                Link.builder()
                        .url("https://" + host + "/" + name)
                        .target(FetchTarget.PAGE)
                        .priority(priority)
                        .build(),
                now);
    }

    /** Lets time pass in steps of a second, in each of which the request that was made is answered. */
    private void run(long from, long to) {
        for (long now = from; now < to; now += SECOND) {
            frontier.release(now);
            answer(now);
        }
    }

    private void answer(long now) {
        while (answered < fixture.requests.size()) {
            FetchRequest request = fixture.requests.get(answered++);
            boolean page = request.target() == FetchTarget.PAGE;
            if (page && when.putIfAbsent(request.url(), now) == null) {
                fetched.add(request.url());
            }
            frontier.outcome(
                    FrontierFixture.outcome(request, page ? Result.FETCHED : Result.DENIED, page ? 200 : 404, now)
                            .build(),
                    NOTHING,
                    now);
        }
    }
}
