package io.copydesk.lab.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How a process of the lab logs, whatever is on its class path. */
public final class ProcessLog {

    private static final String CONFIGURATION = "log4j2.xml";

    /** Of versions of the product before 28 November 2026, which log through SLF4J's simple provider. */
    private static final List<String> EARLIER_VERSIONS = List.of(
            "-Dorg.slf4j.simpleLogger.log.io.copydesk=info",
            "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.streams=info",
            "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info",
            "-Dorg.slf4j.simpleLogger.showDateTime=true");

    private ProcessLog() {}

    /**
     * Options of a JVM whose lines begin with their time, ISO 8601 with milliseconds, and tell the states of services, streams and
     * brokers.
     *
     * @param folder where the configuration is put
     */
    public static List<String> options(Path folder) throws IOException {
        Path file = folder.resolve(CONFIGURATION);
        if (!Files.exists(file)) {
            try (InputStream in =
                    Objects.requireNonNull(ProcessLog.class.getResourceAsStream(CONFIGURATION), CONFIGURATION)) {
                Files.write(file, in.readAllBytes());
            }
        }
        return List.of("-Dlog4j2.configurationFile=" + file.toUri());
    }

    /** The same for a JVM that may run another version of the product. */
    public static List<String> optionsOfAnyVersion(Path folder) throws IOException {
        return Stream.concat(options(folder).stream(), EARLIER_VERSIONS.stream())
                .toList();
    }
}
