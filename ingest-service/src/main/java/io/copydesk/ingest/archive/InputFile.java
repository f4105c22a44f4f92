package io.copydesk.ingest.archive;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One file that is to be read.
 *
 * @param path where it is
 * @param id the input id of the file: its path relative to the folder that was named, made distinct from other files of that path
 * @param size in bytes
 * @param problem why it cannot be read, {@code null} when it can as far as known
 * @param skipped why it is passed over, {@code null} when it is not
 */
record InputFile(
        Path path,
        String id,
        long size,
        @Nullable String problem,
        @Nullable String skipped) {

    /** Its name without folders. */
    String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
