package io.copydesk.kit.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    @TempDir
    Path folder;

    @Test
    void replicasOnOneVolumeNeverShareAFolderAndARestartedOneTakesTheFirstThatIsFree() throws IOException {
        Path volume = folder.resolve("volume");
        StateFolder first = StateFolder.claim(volume);
        try (StateFolder second = StateFolder.claim(volume);
                StateFolder third = StateFolder.claim(volume)) {
            first.close();
            try (StateFolder restarted = StateFolder.claim(volume)) {
                assertThat(List.of(first.path(), second.path(), third.path(), restarted.path()))
                        .containsExactly(volume, volume.resolve("replica-2"), volume.resolve("replica-3"), volume);
            }
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> StateFolder.claim(file.resolve("state")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.resolve("state").toString());
    }
}
