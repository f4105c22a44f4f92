/**
 * Which articles are the same text, and which works they form.
 *
 * <p>In: fingerprints. Out: typed edges between texts, and works: the connected components over merging edges. Never: a decision that
 * depends on the order of arrival; an edge is a pure function of its two ends and of the rule's version.
 */
@NullMarked
package io.copydesk.enrich.dedup;

import org.jspecify.annotations.NullMarked;
