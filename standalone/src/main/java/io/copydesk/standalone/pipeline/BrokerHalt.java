package io.copydesk.standalone.pipeline;

import io.copydesk.broker.EmbeddedBroker;
import io.copydesk.kit.failure.FailureText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Kafka halts the process when the embedded broker cannot write to its folder any more; the cause is printed before. */
final class BrokerHalt {

    /** With less than this a broker cannot extend its files: 1 MiB. */
    private static final long TOO_LITTLE = 1 << 20;

    private BrokerHalt() {}

    /** Prints the cause to standard error when the broker on {@code folder} halts the process. Static in Kafka: the last call holds. */
    static void explain(Path folder) {
        EmbeddedBroker.beforeHalt(() ->
                System.err.println("copydesk: the embedded broker has stopped: " + sentence(folder, usable(folder))));
    }

    static String sentence(Path folder, long usableBytes) {
        return usableBytes < TOO_LITTLE
                ? FailureText.fullDisk(folder.toString())
                : "it cannot write to " + folder + "; the errors above name the cause";
    }

    private static long usable(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException ignored) {
            return Long.MAX_VALUE;
        }
    }
}
