/**
 * Works, relations and stories of all articles.
 *
 * <p>In: sketches, one at a time. Out: what changed by it. Never: Kafka, a clock, or a result that depends on the order in which
 * sketches came; the decisions in the end are a function of the latest sketches.
 */
@NullMarked
package io.copydesk.enrich.decide;

import org.jspecify.annotations.NullMarked;
