/**
 * A site to its feeds: what its page links to, and where feeds usually are.
 *
 * <p>In: a page, or a site's URL. Out: {@link io.copydesk.ingest.discovery.FeedCandidate}s, likeliest first. Never: the
 * network; whoever calls fetches the candidates and asks {@link io.copydesk.ingest.feed.FeedParser} what they are.
 */
package io.copydesk.ingest.discovery;
