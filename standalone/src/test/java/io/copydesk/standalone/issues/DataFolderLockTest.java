package io.copydesk.standalone.issues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.standalone.pipeline.DataFolder;
import io.copydesk.standalone.pipeline.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Opening a lock file a second time in one process released the lock (POSIX), so another command deleted the folder of one
 * that was running; two commands that started or ended together deleted each other's folders.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class DataFolderLockTest {

    @TempDir
    private Path folder;

    @Test
    void aSecondAttemptInTheSameProcessIsRefusedAndLeavesTheLockInPlace() throws Exception {
        Path data = folder.resolve("data");
        try (DataFolder held = DataFolder.open(data)) {
            assertThatThrownBy(() -> DataFolder.open(data))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("in use by another copydesk");

            assertThat(open(data)).isEqualTo(FolderHolder.HELD);
            assertThat(held.state().getParent()).isEqualTo(data);
        }
        assertThat(open(data)).isEqualTo(FolderHolder.FREE);
    }

    @Test
    void temporaryFoldersOfParallelProcessesNeverDisturbEachOther() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(FolderHolder.start(folder, "churn", "300"));
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).as("exit code").isZero();
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).noneMatch(Files::isDirectory);
        }
    }

    @Test
    void whatAKilledProcessLeftBehindIsRemovedByTheNext() throws Exception {
        Path abandoned = Files.createDirectory(folder.resolve("copydesk-run-1"));
        Files.createFile(abandoned.resolve("lock"));
        Files.createDirectories(abandoned.resolve("broker/topic-0"));
        Path beingMade = Files.createDirectory(folder.resolve("copydesk-run-2"));

        assertThat(FolderHolder.start(folder, "churn", "1").waitFor()).isZero();

        assertThat(abandoned).doesNotExist();
        assertThat(beingMade).exists();
    }

    private int open(Path data) throws Exception {
        return FolderHolder.start(folder, "open", data.toString()).waitFor();
    }
}
