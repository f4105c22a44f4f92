/**
 * The metadata that a page declares about its article.
 *
 * <p>In: the parsed page, its URL and when it was fetched. Out: {@link io.copydesk.extraction.metadata.PageMetadata}: headline, dates, authors
 * and the rest, each reconciled from JSON-LD, meta tags, markup, URL and visible text. Never: the article's text itself, dates later than the
 * fetch, a claim that the page contradicts.
 */
@NullMarked
package io.copydesk.extraction.metadata;

import org.jspecify.annotations.NullMarked;
