/**
 * Pages become versions of clean articles.
 *
 * <p>In: the topic {@code pages}. Out: {@code articles}, {@code ledger} and {@code dead-letters}: each page ends in
 * exactly one place. Never: a decision about other articles, a look at the clock.
 */
package io.copydesk.ingest.clean;
