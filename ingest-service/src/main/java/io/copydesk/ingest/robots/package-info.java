/**
 * Robots exclusion: whether a site allows a crawler to fetch a URL (RFC 9309).
 *
 * <p>In: the answer to a request for a robots.txt ({@link io.copydesk.ingest.robots.RobotsAnswer}) and the product token of a
 * crawler. Out: {@link io.copydesk.ingest.robots.RobotsPolicy}. Never: the network, the time for which an answer holds.
 */
@NullMarked
package io.copydesk.ingest.robots;

import org.jspecify.annotations.NullMarked;
