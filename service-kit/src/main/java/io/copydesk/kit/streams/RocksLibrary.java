package io.copydesk.kit.streams;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.rocksdb.RocksDB;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads RocksDB's native library. RocksDB and LZ4 unpack theirs into the folder for temporary files, 15 MB a process, and delete it
 * as the process ends; a process that is killed leaves it behind. Where that folder is small and outlives the process, as in a pod
 * whose container is killed for want of memory again and again, no further start would find room.
 *
 * <p>Safe for use by several threads.
 */
public final class RocksLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(RocksLibrary.class);

    /** Names of what the two libraries unpack. */
    private static final String UNPACKED = "{librocksdbjni,liblz4-java-}*";

    /** Longer than a process takes from unpacking its library to loading it; a file that is loaded may be deleted. */
    private static final Duration LOADED_WITHIN = Duration.ofMinutes(1);

    private static boolean loaded;

    private RocksLibrary() {}

    /** Loads it if it is not loaded yet; what killed processes left is deleted first. */
    public static synchronized void load() {
        if (!loaded) {
            removeLeft(Path.of(System.getProperty("java.io.tmpdir")), Instant.now());
            RocksDB.loadLibrary();
            loaded = true;
        }
    }

    /** Deletes the unpacked libraries in a folder that are older than a minute; what cannot be deleted stays. */
    static void removeLeft(Path folder, Instant now) {
        Instant before = now.minus(LOADED_WITHIN);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, UNPACKED)) {
            for (Path file : files) {
                removeIfOlder(file, before);
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("{} cannot be listed", folder, e);
        }
    }

    private static void removeIfOlder(Path file, Instant before) {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.debug("{} cannot be deleted", file, e);
        }
    }
}
