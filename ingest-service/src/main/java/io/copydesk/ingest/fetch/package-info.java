/**
 * One HTTP exchange at a time: a URL with its validators in, a {@link io.copydesk.ingest.fetch.FetchResult} out.
 *
 * <p>Stateless: what to fetch, when, and where a redirect leads is for others to decide. Only addresses of the public
 * internet are connected to ({@code special-addresses.txt}), and what is checked is the address that is connected to.
 * Everything a server may do is bounded by size and one total deadline. Never: redirects followed, cookies, credentials,
 * retries, proxies, judgements on content.
 *
 * @see io.copydesk.ingest.fetch.Fetcher
 */
package io.copydesk.ingest.fetch;
