/**
 * WebSub (W3C Recommendation, 23 January 2018), the part of a subscriber: what is known of a subscription at a hub, requests to hubs, and the
 * callback that hubs send to. Knows neither the frontier nor the fetcher.
 *
 * @see <a href="https://www.w3.org/TR/websub/">WebSub</a>
 */
@NullMarked
package io.copydesk.ingest.websub;

import org.jspecify.annotations.NullMarked;
