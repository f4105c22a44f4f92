package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchTarget;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistrustTest {

    private static final long NOW = FrontierFixture.NOW;
    private static final long MINUTE = FrontierFixture.MINUTE;
    private static final long DAY = FrontierFixture.DAY;

    private final FeedState feed = new FeedState("https://www.harbour.example/feed.xml");

    @ParameterizedTest
    @CsvSource({"0, 3", "1, 5", "2, 7", "3, 8", "9, 8"})
    void probesMoreRarelyTheMoreProbesConfirmedTheServer(int confirmed, int unverified) {
        feed.confirmed = confirmed;

        feed.unverified = unverified - 1;
        assertThat(Distrust.allowsConditional(feed, NOW)).isTrue();
        feed.unverified = unverified;
        assertThat(Distrust.allowsConditional(feed, NOW)).isFalse();
    }

    @Test
    void probesOftenAgainAfterADoubt() {
        feed.confirmed = 3;
        feed.doubts = 1;
        feed.unverified = 3;

        assertThat(Distrust.allowsConditional(feed, NOW)).isFalse();
    }

    @Test
    void sendsNoValidatorsForAMonthAndStartsAgainThen() {
        feed.distrustedSince = NOW;
        feed.confirmed = 3;
        feed.unverified = 9;
        feed.doubts = 2;

        assertThat(Distrust.allowsConditional(feed, NOW + 30 * DAY - 1)).isFalse();
        assertThat(feed.distrustedSince).isEqualTo(NOW);
        assertThat(Distrust.allowsConditional(feed, NOW + 30 * DAY)).isTrue();
        assertThat(List.of(feed.distrustedSince, (long) feed.confirmed, (long) feed.unverified, (long) feed.doubts))
                .containsOnly(0L);
    }

    @Test
    void anItemFromBeforeTheLastNotModifiedProvesItFalse() {
        probing();

        Distrust.body(feed, body("\"new\""), items(feed.lastPoll - 16 * MINUTE));

        assertThat(feed.distrustedSince).isEqualTo(NOW);
        assertThat(feed.confirmed).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-15", "-5", "5"})
    void anItemThatMayHaveBeenServedOnlyAfterwardsConfirmsTheServer(int minutesAfterTheLastPoll) {
        probing();

        Distrust.body(feed, body("\"new\""), items(feed.lastPoll + minutesAfterTheLastPoll * MINUTE));

        assertThat(feed.distrustedSince).isZero();
        assertThat(feed.confirmed).isEqualTo(1);
    }

    @Test
    void anItemOlderThanTheLastBodyProvesNothing() {
        probing();

        Distrust.body(feed, body("\"new\""), items(feed.lastBody));

        assertThat(feed.distrustedSince).isZero();
    }

    @Test
    void newItemsUnderAnUnchangedValidatorProveItFalse() {
        probing();

        Distrust.body(feed, body(feed.etag), items(feed.lastPoll + MINUTE));

        assertThat(feed.distrustedSince).isEqualTo(NOW);
    }

    @Test
    void noValidatorIsNotAnUnchangedOne() {
        probing();
        feed.etag = null;

        Distrust.body(feed, body(null), items(feed.lastPoll + MINUTE));

        assertThat(feed.distrustedSince).isZero();
    }

    @Test
    void aProbeWithoutNewItemsConfirmsTheServerAndEndsDoubts() {
        probing();
        feed.doubts = 1;

        Distrust.body(feed, body("\"new\""), List.of());

        assertThat(feed.confirmed).isEqualTo(1);
        assertThat(feed.doubts).isZero();
    }

    @Test
    void onlyAProbeAfterANotModifiedSaysAnythingOfTheServer() {
        probing();
        feed.unverified = 0;
        Distrust.body(feed, body(feed.etag), items(feed.lastPoll - 16 * MINUTE));
        Distrust.probeFoundNothingNew(feed);
        probing();
        feed.probing = false;
        Distrust.body(feed, body(feed.etag), items(feed.lastPoll - 16 * MINUTE));
        Distrust.probeFoundNothingNew(feed);

        assertThat(feed.distrustedSince).isZero();
        assertThat(feed.confirmed).isZero();
    }

    @Test
    void aServerThatIsDistrustedAlreadyStaysSoFromItsFirstLie() {
        probing();
        feed.distrustedSince = NOW - DAY;

        Distrust.body(feed, body(feed.etag), items(feed.lastPoll - 16 * MINUTE));

        assertThat(feed.distrustedSince).isEqualTo(NOW - DAY);
    }

    @Test
    void tooManyUndatedItemsAtOnceAreADoubtAndTwoDoubtsAProof() {
        probing();
        List<ReadItem> many = items(0, 0, 0, 0, 0, 0, 0, 0);

        Distrust.body(feed, body("\"1\""), many);
        assertThat(feed.doubts).isEqualTo(1);
        assertThat(feed.distrustedSince).isZero();
        Distrust.body(feed, body("\"2\""), many);

        assertThat(feed.distrustedSince).isEqualTo(NOW);
    }

    @Test
    void anUndatedItemIsADoubtWhenManyWereExpectedBeforeTheLastAnswer() {
        probing();
        feed.rhythm.observe(
                NOW - 10 * DAY,
                NOW - DAY,
                LongStream.range(0, 9 * 24)
                        .mapToObj(hour -> NOW - 10 * DAY + hour * 60 * MINUTE)
                        .toList());

        feed.lastBody = NOW - 6 * 60 * MINUTE;
        Distrust.body(feed, body("\"1\""), items(0));
        assertThat(feed.doubts).isEqualTo(1);

        feed.doubts = 0;
        feed.lastBody = feed.lastPoll - 60 * MINUTE;
        Distrust.body(feed, body("\"1\""), items(0));
        assertThat(feed.doubts).isZero();
    }

    @Test
    void anUndatedItemIsNeitherProofNorConfirmation() {
        probing();

        Distrust.body(feed, body("\"1\""), items(0));

        assertThat(feed.doubts).isZero();
        assertThat(feed.confirmed).isZero();
        assertThat(feed.distrustedSince).isZero();
    }

    /** The last body a day ago, three times "not modified" since, the last time an hour ago; a probe is under way. */
    private void probing() {
        feed.etag = "\"old\"";
        feed.lastBody = NOW - DAY;
        feed.lastPoll = NOW - 60 * MINUTE;
        feed.unverified = 3;
        feed.probing = true;
    }

    private FetchOutcome body(String etag) {
        return FrontierFixture.fetched(FrontierFixture.request("r", feed.url, FetchTarget.FEED), "body", NOW)
                .etag(etag)
                .build();
    }

    private static List<ReadItem> items(long... published) {
        return Arrays.stream(published)
                .mapToObj(time -> new ReadItem("id " + time, null, null, time, null, null))
                .toList();
    }
}
