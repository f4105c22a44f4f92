package io.copydesk.ingest.fetch.backend;

import java.time.Duration;

/**
 * Limits for all exchanges of a backend.
 *
 * @param connect for the connection to one address, and again for its handshake
 * @param exchange for anything else that may wait; the caller ends a whole exchange at that time anyway
 * @param connections open at once; more exchanges wait
 */
public record BackendLimits(Duration connect, Duration exchange, int connections) {}
