/**
 * The catalogue's topics on a cluster: their prefix, their number of partitions, and that they exist before
 * a service reads them.
 *
 * <p>In: settings. Out: topics. What the topics are is the catalogue's business, not this package's.
 */
@NullMarked
package io.copydesk.kit.topics;

import org.jspecify.annotations.NullMarked;
