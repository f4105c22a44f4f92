package io.copydesk.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Which URLs are refused whatever their host would answer: by their form, port or address. Pure: no name is looked up. */
public final class RefusedUrls {

    private static final String LOCALHOST = "localhost";

    private RefusedUrls() {}

    /** Why each fetch of this URL will be refused, as one sentence that names the setting, if one decides; empty when it will not. */
    public static Optional<String> reason(String url, FetchSettings settings) {
        Target target;
        try {
            target = Target.of(url);
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        Optional<String> port = ofPort(target, settings);
        if (port.isPresent()) {
            return port;
        }
        boolean local = target.host().equals(LOCALHOST);
        if (!local && !target.isAddress()) {
            return Optional.empty();
        }
        return refusal(local ? "127.0.0.1" : target.host(), settings)
                .map(block -> target.host() + " is no public address (" + block + ")"
                        + (block.contains("oopback") ? "; the setting fetch.allow-loopback allows it" : ""));
    }

    /** Why the port may not be connected to; empty when it may. */
    static Optional<String> ofPort(Target target, FetchSettings settings) {
        return settings.ports().contains(target.port())
                ? Optional.empty()
                : Optional.of("The port " + target.port() + " is not among those of the setting fetch.ports");
    }

    private static Optional<String> refusal(String address, FetchSettings settings) {
        try {
            return AddressTable.standard()
                    .refusal(InetAddress.getByName(address).getAddress(), settings.allowLoopback());
        } catch (UnknownHostException e) {
            return Optional.of("not an address");
        }
    }
}
