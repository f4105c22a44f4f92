package io.copydesk.ingest.fetch.backend;

import io.copydesk.ingest.page.Header;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A GET request to one address, or a POST request with a form.
 *
 * @param secure whether the scheme is https
 * @param address what to connect to; without a name, checked by the caller
 * @param host the name in the URL, for {@code Host} and for TLS: in ASCII without a last dot, or an IP address without
 *     brackets
 * @param explicitPort the port in the URL, -1 for the scheme's own
 * @param path with query
 * @param fields all but {@code Host}
 * @param maxBody the most bytes of the body of a 2xx response; more is a failure ({@code TOO_LARGE}) unless {@code
 *     startSuffices}
 * @param startSuffices whether the first {@code maxBody} bytes of a longer body are of use
 * @param form the body of a POST request, in ASCII; {@code null} for a GET request
 */
public record BackendRequest(
        boolean secure,
        InetAddress address,
        String host,
        int explicitPort,
        String path,
        List<Header> fields,
        int maxBody,
        boolean startSuffices,
        @Nullable String form) {

    /** How many bytes are kept of the body of a response that is not 2xx; of a 3xx response none are needed. */
    public static final int MAX_OTHER_BODY = 64 * 1024;

    public BackendRequest {
        fields = List.copyOf(fields);
    }

    /** {@code http} or {@code https}. */
    public String scheme() {
        return secure ? "https" : "http";
    }

    /** The port to connect to. */
    public int port() {
        return explicitPort >= 0 ? explicitPort : secure ? 443 : 80;
    }
}
