/**
 * Runs one topology: builds the client's properties, starts it within a deadline, says how it is, stops it cleanly.
 *
 * <p>In: a topology, its application id and its error handlers. Out: a running Kafka Streams client with
 * exactly-once on, bounded native memory and bounded
 * self-healing. It knows nothing of what the topology does.
 */
@NullMarked
package io.copydesk.kit.streams;

import org.jspecify.annotations.NullMarked;
