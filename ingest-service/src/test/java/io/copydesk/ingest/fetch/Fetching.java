package io.copydesk.ingest.fetch;

import io.copydesk.kit.config.DataSize;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Settings and helpers for tests against servers on loopback. */
final class Fetching {

    private Fetching() {}

    /** Small caps; loopback and this port allowed. */
    static FetchSettings settings(Duration deadline, List<Integer> ports) {
        return new FetchSettings(
                "Copydesk/test",
                Optional.of("mailto:desk@desk.example"),
                deadline,
                Duration.ofSeconds(5),
                DataSize.ofMebibytes(1),
                DataSize.ofMebibytes(2),
                DataSize.ofMebibytes(2),
                DataSize.ofKibibytes(500),
                ports,
                true,
                1000,
                8);
    }

    /** Every host is at 127.0.0.1. */
    static HostResolver loopback() {
        return host -> List.of(address("127.0.0.1"));
    }

    static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException noLiteral) {
            throw new IllegalArgumentException(noLiteral);
        }
    }

    /** The result, awaited for far longer than the deadlines here. */
    static FetchResult await(CompletableFuture<FetchResult> result) {
        return result.orTimeout(1, TimeUnit.MINUTES).join();
    }
}
