/**
 * From a text to its sketch: all that later stages need to compare it with others, in a few kilobytes.
 *
 * <p>In: one article. Out: a {@link io.copydesk.enrich.sketch.Sketch}, a pure function of it. Never: statistics over other
 * articles, so that a sketch does not depend on what came before.
 */
@NullMarked
package io.copydesk.enrich.sketch;

import org.jspecify.annotations.NullMarked;
