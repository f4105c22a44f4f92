/**
 * A real Kafka broker (KRaft, one node, loopback only) inside this JVM, for {@code demo}, {@code replay} and tests.
 *
 * <p>In: a folder. Out: bootstrap servers. Never: a network address other than loopback; Kafka's internal classes leave
 * {@link io.copydesk.broker.EmbeddedBroker} nowhere.
 */
@NullMarked
package io.copydesk.broker;

import org.jspecify.annotations.NullMarked;
