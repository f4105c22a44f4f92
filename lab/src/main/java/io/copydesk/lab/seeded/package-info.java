/**
 * A simulation of the ingest and enrich services on an in-memory Kafka, driven by one seed: tasks, partitions, commits, crashes,
 * rebalances and stalled processes come in any order that Kafka allows.
 *
 * <p>In: seeds. Out: whether the end equals that of an undisturbed run of the same inputs, and which rare states were reached. Never: a
 * broker, a file, the system clock, or a result that another run of the seed would not give.
 */
@NullMarked
package io.copydesk.lab.seeded;

import org.jspecify.annotations.NullMarked;
