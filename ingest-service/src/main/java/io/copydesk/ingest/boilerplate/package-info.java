/**
 * What repeats over distinct articles of one site is its boilerplate, with no list of phrases: the third layer of cleaning.
 *
 * <p>In: the texts that the first two layers leave, one page of an article at a time. Out: what was learned, and texts
 * without it. Never: a clock, or a result that depends on the order in which pages came. The rule and its bounds are in
 * {@code docs/site-boilerplate.md}.
 */
@NullMarked
package io.copydesk.ingest.boilerplate;

import org.jspecify.annotations.NullMarked;
