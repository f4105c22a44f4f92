/**
 * robots.txt to a yes or no: what a site asks of crawlers (RFC 9309).
 *
 * <p>In: the bytes of a robots.txt and the name of a crawler. Out: {@link io.copydesk.ingest.robots.RobotsPolicy}.
 * Never: the network, the question of what a missing robots.txt means (the fetcher's).
 */
package io.copydesk.ingest.robots;
