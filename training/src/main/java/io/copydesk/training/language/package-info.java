/**
 * The model of language identification.
 *
 * <p>In: the statistics of letter sequences in Lingua's jar. Out: the compressed model file of {@code io.copydesk.extraction.language}.
 */
@NullMarked
package io.copydesk.training.language;

import org.jspecify.annotations.NullMarked;
