package io.copydesk.ingest.fetch;

import io.copydesk.ingest.link.Host;
import io.copydesk.ingest.link.UrlKey;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * The destination of a request, parsed from a URL that is normalised first.
 *
 * @param host a name without last dot, a dotted IPv4 address or an IPv6 address without brackets
 * @param explicitPort -1 when the URL names none
 * @param path with query
 */
record Target(String url, boolean secure, String host, int explicitPort, String path) {

    /**
     * The destination of a URL in any spelling.
     *
     * @throws IllegalArgumentException with a reason when it is no page on the web
     */
    static Target of(String anyUrl) {
        String url = UrlKey.of(anyUrl).fold(UrlKey.Key::url, reason -> {
            throw new IllegalArgumentException("The URL is refused: " + reason);
        });
        boolean secure = url.startsWith("https:");
        int from = url.indexOf("://") + 3;
        int slash = url.indexOf('/', from);
        String authority = url.substring(from, slash);
        int colon = authority.indexOf(':', Math.max(0, authority.indexOf(']')));
        String host = Host.withoutLastDot(colon < 0 ? authority : authority.substring(0, colon));
        int port = colon < 0 ? -1 : Integer.parseInt(authority.substring(colon + 1));
        return new Target(url, secure, host.replace("[", "").replace("]", ""), port, url.substring(slash));
    }

    int port() {
        return explicitPort >= 0 ? explicitPort : secure ? 443 : 80;
    }

    boolean isAddress() {
        return host.indexOf(':') >= 0 || Host.isAddress(host);
    }

    /** The host's addresses; a host that is an address is not looked up. */
    List<InetAddress> addresses(HostResolver resolver) throws UnknownHostException {
        return isAddress() ? List.of(InetAddress.getByName(host)) : resolver.resolve(host);
    }
}
