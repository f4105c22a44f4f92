/**
 * The desk where all sketches meet: works, relations and stories from them.
 *
 * <p>In: sketches, one at a time. Out: what changed by it. Never: Kafka, a clock, or a result that depends on the order in which
 * sketches came; what was said of all articles in the end is a function of their latest sketches.
 */
package io.copydesk.enrich.decide;
