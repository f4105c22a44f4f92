package io.copydesk.ingest.fetch;

import io.copydesk.ingest.page.Header;
import java.util.List;

/**
 * A response as read from the wire.
 *
 * @param body without transfer coding
 * @param cut the body goes on
 */
record Received(int status, List<Header> headers, byte[] body, boolean cut) {}
