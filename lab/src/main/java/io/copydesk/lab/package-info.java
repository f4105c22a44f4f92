/**
 * Measures, simulates and breaks the product: the {@code bench} commands, JMH benchmarks, invented sites and articles.
 *
 * <p>In: a command line. Out: figures on stdout, progress on stderr. Never: on the class path of the product, which knows
 * nothing of this module.
 */
@NullMarked
package io.copydesk.lab;

import org.jspecify.annotations.NullMarked;
