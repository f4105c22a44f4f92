package io.copydesk.kit.health;

/**
 * Where the health server listens.
 *
 * @param host address to bind; anything but loopback shows health and metrics to the network
 * @param port TCP port, 0 for any free one
 */
public record HealthSettings(String host, int port) {

    public HealthSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host must be a name or an address");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be from 0 to 65535, but is " + port);
        }
    }

    /** Loopback only, port 8080. */
    public static HealthSettings defaults() {
        return new HealthSettings("127.0.0.1", 8080);
    }
}
