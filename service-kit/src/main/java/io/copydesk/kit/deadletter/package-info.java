/**
 * Refused records: how a dead letter is made, and what Kafka Streams does with a record that a stage cannot read or
 * stumbles over.
 */
package io.copydesk.kit.deadletter;
