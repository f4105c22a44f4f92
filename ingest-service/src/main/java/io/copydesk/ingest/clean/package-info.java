/**
 * Pages become versions of clean articles.
 *
 * <p>In: the topic {@code pages}. Out: {@code articles}, {@code site-boilerplate}, {@code ledger} and {@code dead-letters}:
 * each page ends in exactly one place. What a page teaches about its site corrects that site's articles. Never: a decision
 * about articles of other sites, a look at the clock.
 */
@NullMarked
package io.copydesk.ingest.clean;

import org.jspecify.annotations.NullMarked;
