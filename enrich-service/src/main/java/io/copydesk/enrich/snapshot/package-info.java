/**
 * The binary file in which derived state is kept between two runs of a process.
 *
 * <p>In: primitive values and strings. Out: the same values, in the same order. Never: what they mean.
 */
@NullMarked
package io.copydesk.enrich.snapshot;

import org.jspecify.annotations.NullMarked;
