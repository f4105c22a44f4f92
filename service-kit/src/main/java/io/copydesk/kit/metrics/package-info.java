/**
 * The figures of a process: the JVM's, Kafka's and the service's own, as Prometheus text.
 *
 * <p>In: meters that others register. Out: one page of text. It pushes nothing anywhere.
 */
@NullMarked
package io.copydesk.kit.metrics;

import org.jspecify.annotations.NullMarked;
