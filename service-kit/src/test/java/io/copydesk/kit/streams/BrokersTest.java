package io.copydesk.kit.streams;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Clusters that do not answer; one that does is met by the whole-pipeline tests. */
class BrokersTest {

    @Test
    void namesTheAddressThatDoesNotAnswer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + silent.getLocalPort();

            assertThatThrownBy(() -> Brokers.requireReachable(KafkaSettings.of(address), Duration.ofSeconds(1)))
                    .isInstanceOf(UnreachableBrokersException.class)
                    .hasMessageStartingWith("no Kafka broker answers at " + address + " within 1 s");
            assertThatThrownBy(() -> Brokers.await(KafkaSettings.of(address), 2, Duration.ofMillis(300)))
                    .isInstanceOf(UnreachableBrokersException.class);
        }
    }

    @Test
    void namesTheAddressThatCannotBeOne() {
        assertThatThrownBy(() -> Brokers.requireReachable(KafkaSettings.of("no-port.example")))
                .isInstanceOf(UnreachableBrokersException.class)
                .hasMessageStartingWith("cannot connect to Kafka at no-port.example: ");
    }
}
