package io.copydesk.kit.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The id that Kafka Streams names the producers of a process by. It is made up when the folder of an application is new; then what a
 * killed process had not committed stays open until its transaction times out, half a minute and more, and no store is restored
 * beyond it. One that follows from the name of the instance is the same again when the folder was lost, and the first thing its
 * producers do is to end what they had left open.
 */
final class ProcessId {

    /** As Kafka Streams names and reads it. */
    private static final String FILE = "kafka-streams-process-metadata";

    private ProcessId() {}

    /**
     * Gives a folder the id that follows from an instance, unless it has one.
     *
     * @param application the folder of an application
     * @param instance its name in the group
     * @throws UncheckedIOException when the folder cannot be written
     */
    static void keep(Path application, String instance) {
        Path file = application.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(application);
                Files.writeString(file, "{\"processId\":\"" + of(instance) + "\"}");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the id of this process in " + file, e);
        }
    }

    private static UUID of(String instance) {
        return UUID.nameUUIDFromBytes(instance.getBytes(StandardCharsets.UTF_8));
    }
}
