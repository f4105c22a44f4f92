/**
 * Single HTTP exchanges, and the service that makes those that the frontier requests.
 *
 * <p>In: a URL with its validators. Out: a {@link io.copydesk.ingest.fetch.FetchResult}. Only addresses of the public internet
 * are connected to ({@code special-addresses.txt}); the address that is checked is the one that is connected to. Every exchange
 * is bounded in size and by one total deadline. Never: the decision what to fetch and when, redirects followed, cookies
 * beyond a chain of redirects, credentials, retries, proxies, an interpretation of content.
 *
 * @see io.copydesk.ingest.fetch.Fetcher
 */
@NullMarked
package io.copydesk.ingest.fetch;

import org.jspecify.annotations.NullMarked;
