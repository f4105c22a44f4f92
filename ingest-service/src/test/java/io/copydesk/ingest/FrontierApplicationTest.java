package io.copydesk.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.StreamsApplication;
import io.copydesk.kit.streams.StreamsSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FrontierApplicationTest {

    @Test
    void aRequestEndsBeforeItsLease() {
        Duration start = Duration.ofSeconds(20);
        Duration longest = start.plus(FetchSettings.defaults().deadline());

        assertThat(application(start, longest).applicationId()).isEqualTo("copydesk-desk.frontier");
        assertThatThrownBy(() -> application(start, longest.minusMillis(1)))
                .hasMessageContaining("frontier.lease must be at least")
                .hasMessageContaining("50s");
    }

    @Test
    void commitsOftenEnoughForARequestToBeSeen() {
        Duration start = Duration.ofSeconds(1);
        assertThat(application(start, start.multipliedBy(60)).streams().commitInterval())
                .isEqualTo(Duration.ofMillis(100));
    }

    private static StreamsApplication application(Duration startWithin, Duration lease) {
        return FrontierApplication.of(
                "desk.",
                FrontierSettings.defaults().toBuilder()
                        .startWithin(startWithin)
                        .lease(lease)
                        .build(),
                FetchSettings.defaults(),
                KafkaSettings.defaults(),
                StreamsSettings.defaults());
    }
}
