/**
 * From clean articles to stories: the topology and its processors, each a thin shell around a pure package below.
 *
 * <p>In: {@code articles}. Out: {@code revisions}, {@code duplicates}, {@code stories}, {@code enriched-articles}. Never: a fetch, a
 * clock, or a result that depends on the order of arrival or the number of partitions.
 */
@NullMarked
package io.copydesk.enrich;

import org.jspecify.annotations.NullMarked;
