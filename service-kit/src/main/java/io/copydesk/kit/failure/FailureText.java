package io.copydesk.kit.failure;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
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

    /** How RocksDB says that it could not unpack its library into the folder for temporary files. */
    private static final String NO_LIBRARY = "Unable to load the RocksDB shared library";

    /** An absolute path within a message, such as RocksDB's "While appending to file: /d/1.sst: No space left on device". */
    private static final Pattern PATH = Pattern.compile("(?<![\\w./-])(/[^\\s:;,'\"()]+|[A-Za-z]:\\\\[^:;,'\"()]+)");

    private static final String FULL_DISK = "no space left on the disk";
    private static final String WHAT_TO_DO = "; make room there and start again";

    private FailureText() {}

    /** The sentence, without a full stop. */
    public static String of(Throwable failure) {
        return ofOperator(failure).orElseGet(() -> message(failure));
    }

    /** The message; with the reason where Java's is the name of a file alone. */
    private static String message(Throwable failure) {
        if (failure instanceof UncheckedIOException wrapped
                && wrapped.getCause() != null
                && wrapped.getCause().toString().equals(wrapped.getMessage())) {
            return message(wrapped.getCause());
        }
        if (failure instanceof FileSystemException file && file.getReason() == null) {
            return file.getFile() + ": " + reason(file);
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private static String reason(FileSystemException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "there is a file of that name";
        }
        return failure.getClass().getSimpleName();
    }

    /** The sentence for a cause that an operator can act on, who needs no stack trace then; empty for any other failure. */
    public static Optional<String> ofOperator(Throwable failure) {
        List<Throwable> chain = Causes.andSuppressed(failure);
        if (chain.stream().anyMatch(cause -> NO_LIBRARY.equals(cause.getMessage()))) {
            String folder = System.getProperty("java.io.tmpdir");
            return Optional.of("cannot unpack a library into the folder for temporary files " + folder
                    + " (" + chain.get(chain.size() - 1).getMessage()
                    + "); another is named by the Java option -Djava.io.tmpdir=FOLDER");
        }
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
