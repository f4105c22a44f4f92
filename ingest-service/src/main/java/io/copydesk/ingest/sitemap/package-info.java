/**
 * Sitemaps to entries: XML sitemaps and indexes with the news extension, text sitemaps, and feeds used as sitemaps.
 *
 * <p>In: the bytes of a sitemap, compressed with gzip or not. Out: a {@link io.copydesk.ingest.sitemap.SitemapDocument}. Never: the
 * network, entities from a DOCTYPE, more than the protocol's limits.
 */
@NullMarked
package io.copydesk.ingest.sitemap;

import org.jspecify.annotations.NullMarked;
