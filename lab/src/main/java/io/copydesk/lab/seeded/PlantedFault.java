package io.copydesk.lab.seeded;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Faults of the simulated Kafka, and one of the services, that a campaign has to find, or it proves nothing. */
public enum PlantedFault {
    /** Kafka as it is promised. */
    NONE,
    /** Some writes to a store never reach its changelog. */
    STORE_WRITE_LOST,
    /** Offsets are committed when a record is read, not with its outputs. */
    OFFSET_COMMITTED_EARLY,
    /** Offsets are not committed with the outputs that they belong to. */
    OFFSET_NOT_COMMITTED,
    /** Two records of one transaction swap places in a repartition topic. */
    ORDER_SWAPPED,
    /** Readers see records of aborted transactions. */
    ABORTED_RECORDS_READ,
    /** A store keeps what was written to it in an aborted transaction. */
    STORE_NOT_ROLLED_BACK,
    /** What is published of a story depends on which of its articles was decided on last. */
    ARRIVAL_ORDER_PUBLISHED;

    /** The fault in a run where Kafka is as it is promised. */
    PlantedFault ofTheServices() {
        return this == ARRIVAL_ORDER_PUBLISHED ? this : NONE;
    }

    /** The name on the command line, such as {@code store-write-lost}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The fault of a label.
     *
     * @throws IllegalArgumentException when there is none; the message lists them
     */
    public static PlantedFault of(String label) {
        return Arrays.stream(values())
                .filter(fault -> fault.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fault is named '" + label + "'; one of: "
                        + Arrays.stream(values()).map(PlantedFault::label).collect(Collectors.joining(", "))));
    }
}
