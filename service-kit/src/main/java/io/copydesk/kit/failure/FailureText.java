package io.copydesk.kit.failure;

import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.errors.KafkaStorageException;

/**
 * The sentence with which a command or a service ends after a failure: the cause that an operator can act on, whatever wraps it;
 * else the message of the failure.
 */
public final class FailureText {

    /** ENOSPC and EDQUOT as the C library, the JDK on Windows and RocksDB name them. */
    private static final Pattern FULL = Pattern.compile(
            "no space left on device|not enough space on the disk|disk quota exceeded", Pattern.CASE_INSENSITIVE);

    /** An absolute path within a message, such as RocksDB's "While appending to file: /d/1.sst: No space left on device". */
    private static final Pattern PATH = Pattern.compile("(?<![\\w./-])(/[^\\s:;,'\"()]+|[A-Za-z]:\\\\[^:;,'\"()]+)");

    private static final String FULL_DISK = "no space left on the disk";
    private static final String WHAT_TO_DO = "; make room there and start again";

    private FailureText() {}

    /** The sentence, without a full stop. */
    public static String of(Throwable failure) {
        return ofOperator(failure)
                .orElseGet(() -> failure.getMessage() == null ? failure.toString() : failure.getMessage());
    }

    /** The sentence for a cause that an operator can act on, who needs no stack trace then; empty for any other failure. */
    public static Optional<String> ofOperator(Throwable failure) {
        List<Throwable> chain = Causes.andSuppressed(failure);
        if (chain.stream().anyMatch(FailureText::isFullDisk)) {
            return Optional.of(chain.stream()
                    .flatMap(cause -> path(cause).stream())
                    .findFirst()
                    .map(FailureText::fullDisk)
                    .orElse(FULL_DISK + WHAT_TO_DO));
        }
        if (chain.stream().anyMatch(KafkaStorageException.class::isInstance)) {
            return Optional.of(
                    "a broker cannot write to its log folder: its disk is full or has failed; its log names the cause");
        }
        return AccessText.of(chain);
    }

    /** Whether this failure, its causes aside, is that a disk or a quota is full. */
    public static boolean isFullDisk(Throwable failure) {
        return failure.getMessage() != null
                && FULL.matcher(failure.getMessage()).find();
    }

    /** The sentence for a folder or file on a full disk. */
    public static String fullDisk(String path) {
        return FULL_DISK + " of " + path + WHAT_TO_DO;
    }

    private static Optional<String> path(Throwable cause) {
        if (cause instanceof FileSystemException file && file.getFile() != null) {
            return Optional.of(file.getFile());
        }
        Matcher path = PATH.matcher(cause.getMessage() == null ? "" : cause.getMessage());
        return path.find() ? Optional.of(path.group(1)) : Optional.empty();
    }
}
