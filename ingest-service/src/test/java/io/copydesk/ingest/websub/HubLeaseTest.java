package io.copydesk.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubLeaseTest {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long NOW = 1_800_000_000_000L;
    private static final Duration WANTED = Duration.ofDays(10);

    private final AtomicInteger count = new AtomicInteger();
    private final HubLease lease = HubLease.of(
            "https://hub.example/",
            "https://www.harbour.example/feed?a=b&c=d",
            "https://news.example/websub/",
            () -> "token-" + count.incrementAndGet());

    @Test
    void asksWithAllThatTheStandardWants() {
        assertThat(lease.isToBeAsked(NOW)).isTrue();
        assertThat(URLDecoder.decode(lease.ask(WANTED, NOW), StandardCharsets.UTF_8))
                .isEqualTo(
                        "hub.callback=https://news.example/websub/token-1&hub.mode=subscribe"
                                + "&hub.topic=https://www.harbour.example/feed?a=b&c=d&hub.lease_seconds=864000&hub.secret=token-2");
        assertThat(URLDecoder.decode(lease.end(), StandardCharsets.UTF_8))
                .isEqualTo("hub.callback=https://news.example/websub/token-1&hub.mode=unsubscribe"
                        + "&hub.topic=https://www.harbour.example/feed?a=b&c=d");
    }

    @Test
    void asksLessAndLessOftenWhileTheHubDoesNotVerify() {
        long now = NOW;
        for (long wait : new long[] {HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR}) {
            lease.ask(WANTED, now);
            assertThat(lease.isToBeAsked(now + wait - 1)).isFalse();
            now += wait;
            assertThat(lease.isToBeAsked(now)).isTrue();
        }
        for (int i = 0; i < 100; i++) {
            lease.ask(WANTED, now);
        }
        assertThat(lease.isToBeAsked(now + 7 * DAY)).isTrue();
        assertThat(lease.isToBeAsked(now + 7 * DAY - 1)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 3600", "3600, 3600", "86400, 86400", "31536000, 2592000", "9223372036854775807, 2592000", "0, 3600"
    })
    void aLeaseIsBounded(long said, long believed) {
        lease.verified(said, NOW);

        assertThat(lease.leaseEnds()).isEqualTo(NOW + believed * 1000);
    }

    @Test
    void withoutALeaseADayIsAssumed() {
        lease.verified(null, NOW);

        assertThat(lease.leaseEnds()).isEqualTo(NOW + DAY);
    }

    @Test
    void isRenewedWhenHalfOfItIsOver() {
        lease.ask(WANTED, NOW);
        lease.verified(864_000L, NOW);

        assertThat(lease.isToBeAsked(NOW + 5 * DAY - 1)).isFalse();
        assertThat(lease.isToBeAsked(NOW + 5 * DAY)).isTrue();
        assertThat(lease.polled(NOW + 22 * DAY, NOW)).isEqualTo(NOW + 5 * DAY);
    }

    @Test
    void isReliedOnOnceItHasDelivered() {
        lease.verified(864_000L, NOW);
        lease.delivered(2, 0, NOW);
        assertThat(lease.isReliedOn(NOW)).isFalse();
        lease.delivered(1, 0, NOW);
        assertThat(lease.isReliedOn(NOW)).isTrue();
        assertThat(lease.isReliedOn(NOW + 10 * DAY))
                .as("when the lease is over")
                .isFalse();
    }

    @Test
    void isReliedOnWithOneInTenMissedAndNotWithOneInThree() {
        lease.verified(864_000L, NOW);
        long now = NOW;
        for (int i = 0; i < 200; i++) {
            now += HOUR;
            lease.delivered(9, 0, now);
            lease.found(1, 1, now - HOUR);
            assertThat(lease.isReliedOn(now)).as("round " + i).isTrue();
        }
        for (int i = 0; i < 20; i++) {
            lease.delivered(2, 0, now);
            lease.found(1, 1, now - HOUR);
        }
        assertThat(lease.isReliedOn(now)).isFalse();
    }

    @Test
    void isNotReliedOnAnyMoreWhenAPollFindsWhatItDidNotDeliver() {
        lease.verified(864_000L, NOW);
        lease.delivered(30, 0, NOW);

        lease.found(1, 1, NOW + HOUR);

        assertThat(lease.isReliedOn(NOW + 4 * HOUR)).isFalse();
    }

    @Test
    void anItemIsMissedMinutesAfterItsPublicationOnly() {
        lease.verified(864_000L, NOW);
        long now = NOW + DAY;

        assertThat(lease.shouldHaveDelivered(now - 6 * MINUTE, now - HOUR, now)).isTrue();
        assertThat(lease.shouldHaveDelivered(now - 4 * MINUTE, now - HOUR, now))
                .as("may be on its way")
                .isFalse();
        assertThat(lease.shouldHaveDelivered(NOW - 1, now - HOUR, now))
                .as("older than the subscription")
                .isFalse();
        assertThat(lease.shouldHaveDelivered(0, now - HOUR, now))
                .as("without a date")
                .isTrue();
        assertThat(lease.shouldHaveDelivered(0, NOW - HOUR, now))
                .as("without a date, perhaps older")
                .isFalse();
        assertThat(lease.shouldHaveDelivered(now + 10 * DAY - 6 * MINUTE, now, now + 10 * DAY))
                .as("when the lease is over")
                .isFalse();
    }

    @Test
    void aPollThatItAskedForIsMadeTwiceWhenItFindsNothing() {
        lease.verified(864_000L, NOW);
        lease.pinged(NOW);

        assertThat(lease.wantsPoll(30)).isTrue();
        assertThat(lease.polled(NOW + 3 * HOUR, NOW)).isEqualTo(NOW + 2 * MINUTE);
        assertThat(lease.wantsPoll(30)).isFalse();
        assertThat(lease.polled(NOW + 3 * HOUR, NOW)).isEqualTo(NOW + 3 * HOUR);
    }

    @Test
    void whatItsPollsFindIsDelivered() {
        lease.verified(864_000L, NOW);
        for (int i = 0; i < 3; i++) {
            lease.pinged(NOW);
            lease.found(1, 0, NOW);
        }
        assertThat(lease.isReliedOn(NOW)).isTrue();
    }

    @Test
    void asksForAPollWhenItemsMightLeaveTheFeed() {
        lease.verified(864_000L, NOW);
        lease.delivered(8, 0, NOW);
        assertThat(lease.wantsPoll(30)).isFalse();
        lease.delivered(1, 0, NOW);
        assertThat(lease.wantsPoll(30)).isTrue();
        lease.polled(NOW, NOW);
        assertThat(lease.wantsPoll(30)).isFalse();
    }

    @Test
    void bringsInNoMoreThanAFeedCouldBetweenTwoPolls() {
        lease.verified(864_000L, NOW);
        assertThat(lease.hasRoom(90, 1)).isTrue();
        assertThat(lease.hasRoom(91, 1)).isFalse();
        assertThat(lease.hasRoom(300, 100)).isTrue();
        lease.delivered(40, 50, NOW);
        assertThat(lease.hasRoom(1, 1)).isFalse();
        lease.ended(NOW);
        assertThat(lease.hasRoom(90, 1)).isTrue();
    }

    @Test
    void aDeniedOneIsAskedForAgainAfterAWeek() {
        lease.verified(864_000L, NOW);
        lease.denied("no longer", NOW);

        assertThat(lease.isLive(NOW)).isFalse();
        assertThat(lease.isToBeAsked(NOW + 7 * DAY - 1)).isFalse();
        assertThat(lease.isToBeAsked(NOW + 7 * DAY)).isTrue();
        assertThat(lease.problem()).contains("no longer");
    }

    @Test
    void aHubThatIsNotNamedAnyMoreIsNotAskedAgain() {
        lease.unnamed();
        assertThat(lease.isToBeAsked(NOW)).isFalse();
        lease.named(null);
        assertThat(lease.isToBeAsked(NOW)).isTrue();
    }

    /** What is persisted. */
    @Test
    void comesBackFromItsJson() throws IOException {
        lease.ask(WANTED, NOW);
        lease.verified(864_000L, NOW);
        lease.named("https://www.harbour.example/self");
        lease.delivered(5, 0, NOW + 1);
        lease.found(2, 1, NOW);
        lease.pinged(NOW + 2);
        lease.failed("HTTP 500");
        String json = Json.line(lease);

        assertThat(json)
                .isEqualTo("{\"id\":\"token-1\",\"secret\":\"token-2\",\"hub\":\"https://hub.example/\","
                        + "\"topic\":\"https://www.harbour.example/feed?a=b&c=d\","
                        + "\"callback\":\"https://news.example/websub/token-1\",\"since\":1800000000000,"
                        + "\"lease\":864000000,\"leaseEnds\":1800864000000,\"delivered\":5,\"missed\":1,"
                        + "\"lastDelivery\":1800000000002,\"sincePoll\":5,\"pinged\":1,\"problem\":\"HTTP 500\","
                        + "\"self\":\"https://www.harbour.example/self\"}");
        assertThat(Json.line(Json.read(json.getBytes(StandardCharsets.UTF_8), HubLease.class)))
                .isEqualTo(json);
    }
}
