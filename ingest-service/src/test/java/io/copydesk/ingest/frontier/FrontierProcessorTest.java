package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.Test;

class FrontierProcessorTest {

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
}
