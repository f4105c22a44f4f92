package io.copydesk.kit.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {

    private static final String PREFIX = "copydesk-folder-test-";

    @Test
    void isThereUntilItIsClosed() throws IOException {
        Path path;
        try (TemporaryFolder folder = TemporaryFolder.create(PREFIX)) {
            path = folder.path();
            Files.createDirectories(path.resolve("some/folder"));
            Files.writeString(path.resolve("some/folder/file"), "text");
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void theNextOneRemovesWhatAKilledProcessLeftAndNothingThatIsHeld() throws IOException {
        Path left = Files.createTempDirectory(PREFIX);
        Files.writeString(left.resolve("lock"), "");
        Files.writeString(left.resolve("file"), "text");
        try (TemporaryFolder held = TemporaryFolder.create(PREFIX);
                TemporaryFolder next = TemporaryFolder.create(PREFIX)) {
            assertThat(left).doesNotExist();
            assertThat(held.path()).exists();
            assertThat(next.path()).exists().isNotEqualTo(held.path());
        }
    }
}
