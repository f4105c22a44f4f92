/**
 * A site to its feeds: the links of its page, and the paths where feeds commonly are.
 *
 * <p>In: a page, or a site's URL. Out: {@link io.copydesk.ingest.discovery.FeedCandidate}s, likeliest first. Never: the network; the
 * caller fetches the candidates and parses them with {@link io.copydesk.ingest.feed.FeedParser}.
 */
@NullMarked
package io.copydesk.ingest.discovery;

import org.jspecify.annotations.NullMarked;
