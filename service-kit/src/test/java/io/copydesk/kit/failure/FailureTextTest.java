package io.copydesk.kit.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.KafkaStorageException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.rocksdb.RocksDBException;

class FailureTextTest {

    private static final String WHAT_TO_DO = "; make room there and start again";

    @Test
    void namesTheFullDiskBehindAStateStore() {
        RocksDBException full = new RocksDBException(
                "While appending to file: /var/desk/state/0_1/rocksdb/latest/000012.sst: " + "No space left on device");

        assertThat(FailureText.of(new StreamsException(
                        "Exception caught in process. taskId=0_1",
                        new ProcessorStateException("Error while executing flush from store latest", full))))
                .isEqualTo("no space left on the disk of /var/desk/state/0_1/rocksdb/latest/000012.sst" + WHAT_TO_DO);
    }

    @Test
    void namesTheFileThatCouldNotBeWritten() {
        assertThat(FailureText.of(new UncheckedIOException(
                        new FileSystemException("out/a.jsonl", null, "No space left on device"))))
                .isEqualTo("no space left on the disk of out/a.jsonl" + WHAT_TO_DO);
        assertThat(FailureText.of(
                        new IOException("cannot write to /srv/out", new IOException("No space left on device"))))
                .isEqualTo("no space left on the disk of /srv/out" + WHAT_TO_DO);
        assertThat(FailureText.of(new IOException("Disk quota exceeded")))
                .isEqualTo("no space left on the disk" + WHAT_TO_DO);
        assertThat(FailureText.of(new IOException("There is not enough space on the disk")))
                .isEqualTo("no space left on the disk" + WHAT_TO_DO);
    }

    @Test
    void findsTheFullDiskInWhatWasSuppressed() {
        IllegalStateException failure = new IllegalStateException("the task is closed");
        failure.addSuppressed(new IOException("No space left on device"));

        assertThat(FailureText.of(failure)).isEqualTo("no space left on the disk" + WHAT_TO_DO);
    }

    @Test
    void namesTheBrokersDiskWhenOnlyTheBrokerKnowsTheCause() {
        assertThat(FailureText.of(new ExecutionException(
                        new KafkaStorageException("Disk error when trying to access log file on the disk."))))
                .contains("broker", "disk is full or has failed");
    }

    @Test
    void namesTheFolderForTemporaryFilesWhenALibraryCannotBeUnpackedThere() {
        RuntimeException failure = new RuntimeException(
                "Unable to load the RocksDB shared library", new IOException("Read-only file system"));

        assertThat(FailureText.of(failure))
                .contains(System.getProperty("java.io.tmpdir"), "Read-only file system", "-Djava.io.tmpdir=");
    }

    /** Java's own message is the name of the file alone. */
    @Test
    void saysWhyAFileCannotBeUsed() {
        assertThat(FailureText.of(new AccessDeniedException("/srv/desk/lock")))
                .isEqualTo("/srv/desk/lock: permission denied");
        assertThat(FailureText.of(new UncheckedIOException(new NoSuchFileException("/srv/desk"))))
                .isEqualTo("/srv/desk: there is no such file or folder");
        assertThat(FailureText.of(new FileSystemException("/srv/desk", null, "Read-only file system")))
                .isEqualTo("/srv/desk: Read-only file system");
    }

    @Test
    void knowsWhichFailuresAreForAnOperator() {
        assertThat(FailureText.ofOperator(new IllegalStateException(new IOException("No space left on device"))))
                .isPresent();
        assertThat(FailureText.ofOperator(new IllegalStateException("a bug"))).isEmpty();
    }

    @Test
    void otherwiseIsTheMessageOfTheFailureItself() {
        assertThat(FailureText.of(new IllegalStateException("outer", new IOException("inner"))))
                .isEqualTo("outer");
        assertThat(FailureText.of(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void aCircularChainEnds() {
        IllegalStateException first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));

        assertThat(FailureText.of(first)).isEqualTo("first");
    }
}
