/**
 * How likely the text of a page is right.
 *
 * <p>In: the blocks of a page with their likelihoods, and what was made of them. Out: a probability. Never: a decision; the
 * text is the same whatever the confidence.
 */
@NullMarked
package io.copydesk.extraction.confidence;

import org.jspecify.annotations.NullMarked;
