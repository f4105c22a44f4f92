package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FeedStatus.Health;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What waits for a robots.txt or for the end of a redirect, beside what need not wait. */
class WaitingTargetsTest {

    private static final String HOST = "www.harbour.example";
    private static final String PLAIN = "http://" + HOST + "/feed.xml";
    private static final String SECURE = "https://" + HOST + "/sport.xml";
    private static final String ELSEWHERE = "https://feeds.quay.example/all.xml";
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofHours(48);

    private final FrontierBed web = new FrontierBed(FrontierSettings.defaults());

    /** The URLs that were requested while sites were served, but for robots.txt. */
    private final List<String> requested = new ArrayList<>();

    private FeedStatus last;

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void aRobotsTxtThatRedirectsWithinItsHostIsFollowed() {
        web.subscribe(PLAIN);
        web.move(web.next(SOON), 301, "https://" + HOST + "/robots.txt");

        FetchRequest secure = web.next(SOON);
        assertThat(secure.url()).isEqualTo("https://" + HOST + "/robots.txt");
        web.deny(secure, 404);
        assertThat(web.next(SOON).url()).isEqualTo(PLAIN);
    }

    @Test
    void anUnreachableRobotsTxtKeepsNoFeedOfAnotherOriginWaiting() {
        web.subscribe(PLAIN);
        web.subscribe(SECURE);
        web.deny(web.next(SOON), 503);

        assertThat(web.pastRobots(SOON).url()).isEqualTo(SECURE);
    }

    @Test
    void aPageBehindAnUnreachableRobotsTxtKeepsItsFeedOfAnotherOriginPolled() {
        web.subscribe(SECURE);
        web.answer(web.pastRobots(SOON), feedOfPlainPages());
        serve(LONG, robots -> web.deny(robots, 503), poll -> web.answer(poll, feedOfPlainPages()));

        assertThat(requested).hasSizeGreaterThan(20).containsOnly(SECURE);
    }

    private String feedOfPlainPages() {
        return FrontierBed.feed(web.now(), HOST, 5, 20, 35, 50, 65).replace("https://", "http://");
    }

    @Test
    void aFeedSaysThatItsRobotsTxtIsUnreachable() {
        web.subscribe(PLAIN);
        web.deny(web.next(SOON), 503);
        web.pass(SOON);

        assertThat(status().health()).isEqualTo(Health.FAILING);
        assertThat(status().why()).startsWith("http://" + HOST + "/robots.txt is unreachable (HTTP 503)");
    }

    @Test
    void aFeedThatRedirectsToASiteWhoseRobotsTxtIsUnreachableIsFailingAndAskedEverMoreRarely() {
        web.subscribe(PLAIN);
        serve(
                LONG,
                robots -> web.deny(robots, robots.url().contains("quay") ? 503 : 404),
                poll -> web.move(poll, 301, ELSEWHERE));

        assertThat(requested).hasSizeBetween(5, 20).containsOnly(PLAIN);
        assertThat(status().health()).isEqualTo(Health.FAILING);
        assertThat(status().why()).isEqualTo("robots at " + ELSEWHERE + ", to which it redirects");
    }

    @Test
    void aFeedThatRedirectsToASiteThatGivesNoResponseIsFailingAndIsPolledOnceWhenItDoes() {
        web.subscribe(PLAIN);
        serve(LONG, robots -> web.deny(robots, 404), request -> {
            if (request.url().equals(PLAIN)) {
                web.move(request, 301, ELSEWHERE);
            } else {
                web.fail(request);
            }
        });
        assertThat(requested).filteredOn(PLAIN::equals).hasSizeBetween(5, 20);
        assertThat(status().health()).isEqualTo(Health.FAILING);

        requested.clear();
        serve(Duration.ofHours(23), robots -> web.deny(robots, 404), request -> {
            if (request.url().equals(PLAIN)) {
                web.move(request, 301, ELSEWHERE);
            } else {
                web.answer(request, FrontierBed.feed(FrontierBed.START, HOST, 600, 1200));
            }
        });
        assertThat(requested).filteredOn(ELSEWHERE::equals).isNotEmpty();
        assertThat(requested)
                .filteredOn(url -> url.equals(PLAIN) || url.equals(ELSEWHERE))
                .as("each poll is followed once")
                .doesNotContainSequence(ELSEWHERE, ELSEWHERE);
        assertThat(status().health()).isEqualTo(Health.OK);
    }

    private FeedStatus status() {
        FeedStatus sent = web.sent(Topics.FEED_STATUS).get(PLAIN);
        last = sent == null ? last : sent;
        return last;
    }

    /** Answers what is requested for so long. */
    private void serve(Duration time, Consumer<FetchRequest> robots, Consumer<FetchRequest> others) {
        Instant end = web.now().plus(time);
        while (web.now().isBefore(end)) {
            for (FetchRequest request : web.await(Duration.ofHours(1))) {
                if (request.target() == FetchTarget.ROBOTS) {
                    robots.accept(request);
                } else {
                    requested.add(request.url());
                    others.accept(request);
                }
            }
        }
    }
}
