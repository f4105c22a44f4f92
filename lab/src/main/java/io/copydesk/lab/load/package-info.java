/**
 * Load on the whole pipeline in one process: what each part of it costs in CPU time, beside a bare parse of the same pages, and how
 * long articles take at a fixed rate.
 *
 * <p>In: stored or invented pages. Out: a {@link io.copydesk.lab.load.LoadReport}.
 */
@NullMarked
package io.copydesk.lab.load;

import org.jspecify.annotations.NullMarked;
