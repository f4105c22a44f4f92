/**
 * How fast a stage is, measured in one JVM beside the least that any program must do for the same input.
 *
 * <p>In: pages held in memory. Out: rates, latencies and their ratio. Never: Kafka, files while the clock runs.
 */
@NullMarked
package io.copydesk.lab.bench;

import org.jspecify.annotations.NullMarked;
