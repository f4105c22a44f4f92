/**
 * Rules of the operator over the topics that consumers read, and what becomes of what they find: a Kafka Streams application that writes
 * {@code alerts}.
 *
 * <p>In: {@code enriched-articles}, {@code stories}, {@code feed-status}, {@code dead-letters}. Out: {@code alerts}. Nothing of the pipeline
 * depends on it.
 */
@NullMarked
package io.copydesk.alerts;

import org.jspecify.annotations.NullMarked;
