package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.FeedStatus.Health;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class FrontierProcessorTest {

    private static final String DEAD_FEEDS = "copydesk_feeds{health=\"dead\",service=\"frontier\",task=\"0_0\"}";
    private static final String SILENT_HOSTS = "copydesk_hosts_silent{service=\"frontier\",task=\"0_0\"}";

    @Test
    void aRevivedTaskHasOnePunctuator() {
        MockProcessorContext<String, Object> context = new MockProcessorContext<>();
        new FrontierFixture().addStoresTo(context);
        FrontierProcessor processor =
                new FrontierProcessor("t.", FrontierSettings.defaults(), "Copydesk", Duration.ofSeconds(1));
        processor.close(); // as Kafka Streams does when the init of another node fails

        processor.init(context);
        processor.close();
        processor.init(context);

        assertThat(context.scheduledPunctuators())
                .extracting(CapturedPunctuator::cancelled)
                .containsExactly(true, false);
    }

    @Test
    void showsWhatItWatchesWhileItHasTheTask() {
        FrontierFixture stored = new FrontierFixture();
        FeedState feed = new FeedState("https://www.harbour.example/feed.xml");
        feed.health = Health.DEAD;
        stored.stores.put(feed);
        HostState host = new HostState();
        host.failures = 2;
        stored.stores.put("www.harbour.example", host);
        FrontierFixture fixture = new FrontierFixture();
        MockProcessorContext<String, Object> context = new MockProcessorContext<>(fixture.properties());
        context.setCurrentSystemTimeMs(0);
        stored.addStoresTo(context);
        FrontierProcessor processor =
                new FrontierProcessor("t.", FrontierSettings.defaults(), "Copydesk", Duration.ofSeconds(1));

        processor.init(context);
        processor.close();
        processor.init(context);
        assertThat(fixture.shown(DEAD_FEEDS)).isEqualTo(1);
        assertThat(fixture.shown(SILENT_HOSTS)).isEqualTo(1);

        processor.process(new Record<>(feed.url, new FrontierInput.Unsubscribed(feed.url), 0));
        assertThat(fixture.shown(DEAD_FEEDS)).isZero();

        processor.close();
        assertThat(fixture.shown(SILENT_HOSTS)).isZero();
    }
}
