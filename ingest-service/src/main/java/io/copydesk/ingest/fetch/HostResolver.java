package io.copydesk.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up the addresses of a host. May block; called from many threads at once. */
@FunctionalInterface
public interface HostResolver {

    /**
     * The host's addresses, in the order in which to try them.
     *
     * @param host a name in lower-case ASCII, never an address
     * @throws UnknownHostException when it has no address
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** The platform's resolver. */
    static HostResolver system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
