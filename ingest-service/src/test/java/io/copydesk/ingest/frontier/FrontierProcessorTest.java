package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.FeedStatus.Health;
import io.copydesk.schemas.Subscription;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class FrontierProcessorTest {

    private static final String DEAD_FEEDS = "copydesk_feeds{health=\"dead\",service=\"frontier\",task=\"0_0\"}";
    private static final String SILENT_HOSTS = "copydesk_hosts_silent{service=\"frontier\",task=\"0_0\"}";

    private final FrontierFixture stored = new FrontierFixture();
    private final MockProcessorContext<String, Object> context = new MockProcessorContext<>();
    private final FrontierProcessor processor =
            new FrontierProcessor("t.", FrontierSettings.defaults(), "Copydesk", Duration.ofMillis(100));

    @Test
    void aRevivedTaskHasOnePunctuator() {
        startAtTurn(30_000);
        processor.close();
        processor.init(context);

        assertThat(context.scheduledPunctuators())
                .extracting(CapturedPunctuator::cancelled)
                .containsExactly(true, false);
    }

    @Test
    void aTaskWhoseInitFailedElsewhereCanBeClosed() {
        processor.close(); // as Kafka Streams does when the init of another node fails

        assertThat(context.scheduledPunctuators()).isEmpty();
    }

    @Test
    void nothingWakesATaskUpThatHasNothingToDo() {
        start();

        assertThat(context.scheduledPunctuators()).isEmpty();
    }

    @Test
    void aTaskIsWokenUpWhenTheNextTurnIs() {
        startAtTurn(30_000);

        CapturedPunctuator first = context.scheduledPunctuators().get(0);
        assertThat(first.getInterval()).isEqualTo(Duration.ofMillis(30_000));

        first.getPunctuator().punctuate(30_000); // the host's queue is empty: nothing is due any more
        assertThat(context.scheduledPunctuators()).hasSize(1);
        assertThat(first.cancelled()).isTrue();
    }

    @Test
    void aTaskIsWokenUpATickFromNowAtTheSoonestAndInAMinuteAtTheLatest() {
        startAtTurn(1);
        assertThat(context.scheduledPunctuators().get(0).getInterval()).isEqualTo(Duration.ofMillis(100));

        processor.close();
        putHost(3_600_000);
        processor.init(context);
        assertThat(context.scheduledPunctuators().get(1).getInterval()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aTaskThatWaitsForAnOutcomeIsWokenUpAlthoughNoneComes() {
        start();
        Subscription subscription = new Subscription("https://www.harbour.example/feed.xml", null, null, null);

        processor.process(
                new Record<>(subscription.url(), new FrontierInput.Subscribed(subscription.url(), subscription), 0));

        assertThat(context.scheduledPunctuators())
                .extracting(CapturedPunctuator::getInterval)
                .containsExactly(Duration.ofMinutes(1));
    }

    private void startAtTurn(long at) {
        putHost(at);
        start();
    }

    private void putHost(long notBefore) {
        HostState host = new HostState();
        host.notBefore = notBefore;
        stored.stores.put("www.pier.example", host);
    }

    private void start() {
        context.setCurrentSystemTimeMs(0);
        stored.addStoresTo(context);
        processor.init(context);
    }

    @Test
    void showsWhatItWatchesWhileItHasTheTask() {
        FeedState feed = new FeedState("https://www.harbour.example/feed.xml");
        feed.health = Health.DEAD;
        stored.stores.put(feed);
        HostState host = new HostState();
        host.failures = 2;
        stored.stores.put("www.harbour.example", host);
        FrontierFixture fixture = new FrontierFixture();
        MockProcessorContext<String, Object> shown = new MockProcessorContext<>(fixture.properties());
        shown.setCurrentSystemTimeMs(0);
        stored.addStoresTo(shown);

        processor.init(shown);
        processor.close();
        processor.init(shown);
        assertThat(fixture.shown(DEAD_FEEDS)).isEqualTo(1);
        assertThat(fixture.shown(SILENT_HOSTS)).isEqualTo(1);

        processor.process(new Record<>(feed.url, new FrontierInput.Unsubscribed(feed.url), 0));
        assertThat(fixture.shown(DEAD_FEEDS)).isZero();

        processor.close();
        assertThat(fixture.shown(SILENT_HOSTS)).isZero();
    }
}
