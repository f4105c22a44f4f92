package io.copydesk.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceIdTest {

    @TempDir
    private Path folder;

    @Test
    void staysTheSameForAFolderAndIsAnotherInEach() {
        String id = InstanceId.in(folder.resolve("a"));

        assertThat(id).isNotBlank();
        assertThat(InstanceId.in(folder.resolve("a"))).isEqualTo(id);
        assertThat(InstanceId.in(folder.resolve("b"))).isNotEqualTo(id);
    }

    @Test
    void namesTheFileThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("state"), "a file where a folder should be");

        assertThatThrownBy(() -> InstanceId.in(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }
}
