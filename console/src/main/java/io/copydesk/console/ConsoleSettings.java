package io.copydesk.console;

import java.util.Locale;
import java.util.Set;

/**
 * Where the console listens and what it may do.
 *
 * @param bind {@code host:port}, port 0 for any that is free; anything but loopback needs a token
 * @param token what a reader has to know, at least {@value #SHORTEST_TOKEN} characters; empty for none
 * @param allowChanges whether feeds, rules of alerts and dead letters may be changed
 * @param maxViewers pages that are updated live at a time; more are refused
 */
public record ConsoleSettings(String bind, String token, boolean allowChanges, int maxViewers) {

    static final int SHORTEST_TOKEN = 16;
    private static final int MOST_VIEWERS = 1_000;
    private static final int MOST_PORTS = 65_535;

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    public ConsoleSettings {
        int colon = bind.lastIndexOf(':');
        if (colon < 1 || !isPort(bind.substring(colon + 1))) {
            throw new IllegalArgumentException("bind must be host:port, such as 127.0.0.1:8090");
        }
        if (!token.isEmpty() && token.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException("token must have at least " + SHORTEST_TOKEN + " characters");
        }
        if (token.isEmpty() && !isLoopback(bind.substring(0, colon))) {
            throw new IllegalArgumentException(
                    "bind shows the console to the network, which needs a token (console.token)");
        }
        if (maxViewers < 1 || maxViewers > MOST_VIEWERS) {
            throw new IllegalArgumentException("max-viewers must be from 1 to " + MOST_VIEWERS);
        }
    }

    /** Loopback only, port 8090, no token, nothing may be changed, 50 viewers. */
    public static ConsoleSettings defaults() {
        return new ConsoleSettings("127.0.0.1:8090", "", false, 50);
    }

    /** The same at another address. */
    public ConsoleSettings withBind(String address) {
        return new ConsoleSettings(address, token, allowChanges, maxViewers);
    }

    /** The same with changes allowed. */
    public ConsoleSettings withChanges() {
        return new ConsoleSettings(bind, token, true, maxViewers);
    }

    /** The host to listen at. */
    public String host() {
        return bind.substring(0, bind.lastIndexOf(':'));
    }

    /** The port to listen at, 0 for any. */
    public int port() {
        return Integer.parseInt(bind.substring(bind.lastIndexOf(':') + 1));
    }

    /** Whether it listens on this machine alone. */
    public boolean isLoopback() {
        return isLoopback(host());
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }

    private static boolean isPort(String text) {
        try {
            int port = Integer.parseInt(text);
            return port >= 0 && port <= MOST_PORTS;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
