/**
 * The subscriptions of a cluster (topics {@code subscriptions} and {@code feed-status}), for the commands that show and change
 * them, and the search for feeds to subscribe to. In: URLs and OPML. Out: records and tombstones. Never: a decision about when
 * something is fetched.
 */
@NullMarked
package io.copydesk.standalone.subscriptions;

import org.jspecify.annotations.NullMarked;
