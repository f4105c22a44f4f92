package io.copydesk.lab.bench;

import jdk.jfr.Recording;

/**
 * Takes what the first recording of JDK Flight Recorder costs out of a measurement: to start it, Java changes classes of its own, and
 * throws away all code that it has compiled until then (JVM TI, {@code RetransformClasses}). What is measured after the warm-up was
 * cold again, and compilation a third of it. Later recordings leave compiled code alone.
 */
public final class FlightRecorderWarmUp {

    private FlightRecorderWarmUp() {}

    /** Makes a recording that records nothing; to be called before the warm-up of a measurement that is recorded. */
    public static void run() {
        try (Recording recording = new Recording()) {
            recording.start();
            recording.stop();
        }
    }
}
