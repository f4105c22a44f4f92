/**
 * Feeds to items: RSS 0.9x, 1.0 and 2.0, Atom and JSON Feed, read tolerantly by {@link io.copydesk.ingest.feed.FeedParser}.
 *
 * <p>In: the bytes of a feed. Out: a {@link io.copydesk.ingest.feed.FeedDocument}, the same whatever the format. A format is one class
 * {@code XFormat}, which declares its markup and finds the items, and where it has quirks an {@code XAdapter} to the model; {@code
 * FeedFormats} is the registry. Never: the network, entities from a DOCTYPE, a clock.
 */
@NullMarked
package io.copydesk.ingest.feed;

import org.jspecify.annotations.NullMarked;
