/**
 * robots.txt to a yes or no: what a site asks of crawlers (RFC 9309).
 *
 * <p>In: the answer to a request for a robots.txt ({@link io.copydesk.ingest.robots.RobotsAnswer}) and the product token of a
 * crawler. Out: {@link io.copydesk.ingest.robots.RobotsPolicy}. Never: the network, the time for which an answer holds.
 */
package io.copydesk.ingest.robots;
