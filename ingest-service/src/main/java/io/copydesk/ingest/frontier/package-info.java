/**
 * The URL frontier: decides when each feed, robots.txt and page is fetched. A Kafka Streams processor with its state in
 * stores.
 *
 * <p>In: subscriptions, discovered links, outcomes of fetches. Out: fetch requests, at the time and in the order that
 * politeness and each feed's rhythm allow; links, feed status, dead letters and the ledger. Never: the network, or a clock
 * other than the one it is given, so that a month of it is simulated in minutes.
 */
@NullMarked
package io.copydesk.ingest.frontier;

import org.jspecify.annotations.NullMarked;
