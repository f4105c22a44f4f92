package io.copydesk.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class EmbeddedBrokerIT {

    @TempDir
    private Path folder;

    @Test
    void takesAnotherPortWhenOneWasBoundMeanwhile() throws Exception {
        try (ServerSocket bound = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Iterator<Integer> ports = IntStream.of(bound.getLocalPort(), EmbeddedBroker.freePort())
                    .iterator();
            try (EmbeddedBroker broker = EmbeddedBroker.start(folder, ports::next);
                    Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                assertThat(admin.describeCluster().nodes().get()).hasSize(1);
            }
        }
    }

    @Test
    void aPortThatWasNamedAndIsBoundEndsTheStart() throws IOException {
        try (ServerSocket bound = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = bound.getLocalPort();
            assertThatThrownBy(() -> EmbeddedBroker.start(folder, port, port))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(Integer.toString(port));
        }
    }
}
