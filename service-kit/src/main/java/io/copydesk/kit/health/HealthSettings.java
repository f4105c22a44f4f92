package io.copydesk.kit.health;

import java.time.Duration;

/**
 * Where the health server listens, and what is ready.
 *
 * @param host address to bind; anything but loopback shows health and metrics to the network
 * @param port TCP port, 0 for any free one
 * @param probeInterval between two looks at the cluster
 * @param lagLimit how long the number of records that wait may go without shrinking
 */
public record HealthSettings(String host, int port, Duration probeInterval, Duration lagLimit) {

    public HealthSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host must be a name or an address");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be from 0 to 65535, but is " + port);
        }
        if (probeInterval.toMillis() < 1) {
            throw new IllegalArgumentException("probe-interval must be at least 1ms");
        }
        if (lagLimit.compareTo(probeInterval) < 0) {
            throw new IllegalArgumentException("lag-limit must not be less than probe-interval");
        }
    }

    /** Loopback only, port 8080; a look each 10 seconds, a lag that has not shrunk for 10 minutes. */
    public static HealthSettings defaults() {
        return of("127.0.0.1", 8080);
    }

    /** The defaults at another address. */
    public static HealthSettings of(String host, int port) {
        return new HealthSettings(host, port, Duration.ofSeconds(10), Duration.ofMinutes(10));
    }
}
