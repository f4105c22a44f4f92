package io.copydesk.lab.load;

import java.util.List;
import java.util.Locale;

/** What a thread of the process works for, by its name. */
enum ThreadRole {
    /** Runs the topologies: where its time goes is told by samples of its stack. */
    STREAMS,
    /** Sends and receives for producers and consumers of the services. */
    CLIENTS,
    /** Puts pages into the topic, as a fetcher does: also the producer of the measurement. */
    FEED,
    /** Serves Kafka in this process: network, request handlers, logs, controller, coordinators. */
    BROKER,
    /** Reads topics and offsets for the measurement, and is no part of the pipeline. */
    OBSERVER,
    /** Compiles Java. */
    COMPILATION,
    /** Collects garbage. */
    COLLECTION,
    /** Flushes and compacts RocksDB. */
    STORES,
    /** All else. */
    OTHER;

    private static final String PRODUCER = "kafka-producer-network-thread";
    private static final List<String> CLIENT_THREADS = List.of(
            PRODUCER, "kafka-admin-client-thread", "kafka-coordinator-heartbeat-thread", "async-consumer", "consumer_");
    private static final List<String> BROKER_THREADS = List.of(
            "data-plane-",
            "kafka-log-cleaner",
            "kafka-scheduler",
            "raft-",
            "kafka-1-",
            "kafka-raft",
            "quorum-controller",
            "controller-",
            "broker-",
            "group-",
            "share-",
            "transaction",
            "TxnMarker",
            "ExpirationReaper",
            "ExpirationService",
            "executor-",
            "client-metrics",
            "metrics-meter",
            "SensorExpiryThread",
            "AlterAcls",
            "LogDirFailureHandler",
            "ReplicaFetcher",
            "ThrottledChannelReaper",
            "Log4j2-AsyncLogger",
            "background-deletion");

    /** The name in reports and of clients. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The group of a thread of Java. */
    static ThreadRole of(String thread) {
        if (thread.contains(OBSERVER.label())) {
            return OBSERVER;
        }
        if (thread.equals(PRODUCER + " | " + FEED.label())) {
            return FEED;
        }
        if (CLIENT_THREADS.stream().anyMatch(thread::startsWith)) {
            return CLIENTS;
        }
        if (thread.contains("-StreamThread-") || thread.contains("-StateUpdater-")) {
            return STREAMS;
        }
        return BROKER_THREADS.stream().anyMatch(thread::startsWith) ? BROKER : OTHER;
    }

    /**
     * The group of a thread of the virtual machine or of native code, which Java does not list.
     *
     * @param command its name, of which Linux keeps 15 characters
     */
    static ThreadRole ofNative(String command) {
        if (command.startsWith("C1 Comp") || command.startsWith("C2 Comp")) {
            return COMPILATION;
        }
        // The serial collector works on the thread of the virtual machine itself.
        if (command.equals("VM Thread") || command.startsWith("GC Thread") || command.startsWith("G1 ")) {
            return COLLECTION;
        }
        return command.startsWith("rocksdb:") ? STORES : OTHER;
    }
}
