/**
 * Subscriptions, discovered links and the outcomes of fetches go in; fetch requests come out, at the time and in the order
 * that politeness and each feed's rhythm allow. The frontier is a Kafka Streams processor with its state in stores; it never
 * touches the network and reads no clock but the one it is given, so a month of it is simulated in minutes.
 */
package io.copydesk.ingest.frontier;
