package io.copydesk.ingest.fetch.backend;

import io.copydesk.ingest.page.Header;
import java.util.List;

/**
 * A response as received.
 *
 * @param headers in the order received
 * @param body without transfer coding, with its content coding
 * @param cut whether only the start of the body is here
 */
public record BackendResponse(int status, List<Header> headers, byte[] body, boolean cut) {}
