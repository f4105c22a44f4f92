package io.copydesk.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscriberLogTest {

    @Test
    void waitsForABrokerThatDoesNotAnswer(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("seen.tsv");
        AtomicInteger looks = new AtomicInteger();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Properties client = new Properties();
            client.put("bootstrap.servers", "127.0.0.1:" + silent.getLocalPort());
            SubscriberLog.record(client, "news.", file, () -> looks.incrementAndGet() > 2);
        }
        assertThat(looks).hasValue(3);
        assertThat(Files.readString(file)).isBlank();
    }
}
