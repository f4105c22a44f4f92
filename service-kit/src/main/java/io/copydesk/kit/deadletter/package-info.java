/**
 * Refused records: how a dead letter is made, and what Kafka Streams does with a record that a stage cannot read or
 * stumbles over.
 */
@NullMarked
package io.copydesk.kit.deadletter;

import org.jspecify.annotations.NullMarked;
