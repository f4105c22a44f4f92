package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FeedStatus.Health;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What waits for a robots.txt or for the end of a redirect, beside what need not wait. */
class WaitingTargetsTest {

    private static final String HOST = "www.harbour.example";
    private static final String PLAIN = "http://" + HOST + "/feed.xml";
    private static final String SECURE = "https://" + HOST + "/sport.xml";
    private static final String ELSEWHERE = "https://feeds.quay.example/all.xml";
    private static final Duration SOON = Duration.ofMinutes(1);

    private final FrontierBed web = new FrontierBed(FrontierSettings.defaults());

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
        FetchRequest poll = web.pastRobots(SOON);
        web.answer(poll, feedOfPlainPages());
        int polls = 0;
        Instant end = web.now().plus(Duration.ofHours(48));
        while (web.now().isBefore(end)) {
            for (FetchRequest request : web.await(Duration.ofHours(1))) {
                if (request.target() == FetchTarget.ROBOTS) {
                    web.deny(request, 503);
                } else {
                    assertThat(request.url()).isEqualTo(SECURE);
                    polls++;
                    web.answer(request, feedOfPlainPages());
                }
            }
        }

        assertThat(polls).isGreaterThan(20);
    }

    private String feedOfPlainPages() {
        return FrontierBed.feed(web.now(), HOST, 5, 20, 35, 50, 65).replace("https://", "http://");
    }

    @Test
    void aFeedSaysThatItsRobotsTxtIsUnreachable() {
        web.subscribe(PLAIN);
        web.deny(web.next(SOON), 503);
        web.pass(SOON);

        FeedStatus status = web.sent(Topics.FEED_STATUS).get(PLAIN);
        assertThat(status.health()).isEqualTo(Health.FAILING);
        assertThat(status.why()).contains("robots.txt");
    }

    @Test
    void aFeedThatRedirectsToASiteWhoseRobotsTxtIsUnreachableIsFailingAndAskedEverMoreRarely() {
        web.subscribe(PLAIN);
        web.move(web.pastRobots(SOON), 301, ELSEWHERE);
        int polls = 0;
        Instant end = web.now().plus(Duration.ofHours(48));
        while (web.now().isBefore(end)) {
            for (FetchRequest request : web.await(Duration.ofHours(1))) {
                if (request.target() == FetchTarget.ROBOTS && request.url().contains("quay")) {
                    web.deny(request, 503);
                } else if (request.target() == FetchTarget.ROBOTS) {
                    web.deny(request, 404);
                } else {
                    assertThat(request.url()).isEqualTo(PLAIN);
                    polls++;
                    web.move(request, 301, ELSEWHERE);
                }
            }
        }

        assertThat(polls).isBetween(5, 20);
        FeedStatus status = web.sent(Topics.FEED_STATUS).get(PLAIN);
        assertThat(status.health()).isEqualTo(Health.FAILING);
        assertThat(status.why()).isEqualTo("robots at " + ELSEWHERE + ", to which it redirects");
    }

    @Test
    void aFeedThatRedirectsToASiteThatGivesNoResponseIsFailingAndIsPolledOnceWhenItDoes() {
        web.subscribe(PLAIN);
        web.move(web.pastRobots(SOON), 301, ELSEWHERE);
        web.deny(web.next(SOON), 404);
        int polls = 0;
        Instant end = web.now().plus(Duration.ofHours(48));
        while (web.now().isBefore(end)) {
            for (FetchRequest request : web.await(Duration.ofHours(1))) {
                if (request.url().contains("quay")) {
                    web.fail(request);
                } else if (request.target() == FetchTarget.ROBOTS) {
                    web.deny(request, 404);
                } else {
                    polls++;
                    web.move(request, 301, ELSEWHERE);
                }
            }
        }
        assertThat(polls).isBetween(5, 20);
        assertThat(web.sent(Topics.FEED_STATUS).get(PLAIN).health()).isEqualTo(Health.FAILING);

        int bodies = 0;
        end = web.now().plus(Duration.ofHours(23));
        while (web.now().isBefore(end) && bodies < 3) {
            for (FetchRequest request : web.await(Duration.ofHours(1))) {
                if (request.target() == FetchTarget.ROBOTS) {
                    web.deny(request, 404);
                } else if (request.url().equals(ELSEWHERE)) {
                    bodies++;
                    web.answer(request, FrontierBed.feed(web.now(), HOST, 600, 1200));
                    end = web.now().plus(Duration.ofMinutes(5));
                } else if (request.url().equals(PLAIN)) {
                    web.move(request, 301, ELSEWHERE);
                } else {
                    web.answer(request, "the page");
                }
            }
        }
        assertThat(bodies).isEqualTo(1);
    }
}
