/**
 * The seam between the fetcher and an HTTP client library.
 *
 * <p>In: a request to an address that was checked already. Out: one response, bounded in size, or a reason for its absence.
 * Never: name look-ups, redirects, retries, content decoding. A new library is one implementation of {@link
 * io.copydesk.ingest.fetch.backend.HttpBackend} and one line in {@link io.copydesk.ingest.fetch.Fetcher}.
 */
@NullMarked
package io.copydesk.ingest.fetch.backend;

import org.jspecify.annotations.NullMarked;
