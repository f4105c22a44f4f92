package io.copydesk.kit.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * The name of an instance of a service in its consumer group, kept in the folder of its state. With it the instance is a static
 * member (KIP-345): killed and started again, it takes its own place at once, where a member without a name waits until the session
 * of the killed one has expired, 45 seconds by default.
 */
final class InstanceId {

    private static final String FILE = "instance.id";

    private InstanceId() {}

    /**
     * The id of the instance whose state is in {@code folder}; a new one when it has none.
     *
     * @throws UncheckedIOException when the folder cannot be read or written
     */
    static String in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Path written = Files.createTempFile(folder, FILE, null);
                Files.writeString(written, UUID.randomUUID().toString());
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the id of this instance in " + file, e);
        }
    }
}
