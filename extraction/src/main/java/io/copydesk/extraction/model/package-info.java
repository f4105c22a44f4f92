/**
 * Ensembles of decision trees, evaluated.
 *
 * <p>In: a row of numbers. Out: a likelihood. How an ensemble is made is not here but in the training module.
 */
@NullMarked
package io.copydesk.extraction.model;

import org.jspecify.annotations.NullMarked;
