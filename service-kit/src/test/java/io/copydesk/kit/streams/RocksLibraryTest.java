package io.copydesk.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RocksLibraryTest {

    private static final Instant NOW = Instant.parse("2026-03-25T10:40:00Z");

    @TempDir
    private Path folder;

    @Test
    void deletesTheLibrariesThatKilledProcessesLeft() throws IOException {
        file("librocksdbjni14646344664295494884.so", NOW.minusSeconds(61));
        file("liblz4-java-10007230333166638782.so", NOW.minusSeconds(3600));
        file("liblz4-java-10007230333166638782.so.lck", NOW.minusSeconds(3600));

        RocksLibrary.removeLeft(folder, NOW);

        assertThat(names()).isEmpty();
    }

    @Test
    void leavesALibraryThatIsJustBeingUnpacked() throws IOException {
        file("librocksdbjni1.so", NOW.minusSeconds(59));

        RocksLibrary.removeLeft(folder, NOW);

        assertThat(names()).containsExactly("librocksdbjni1.so");
    }

    @Test
    void leavesEverythingElse() throws IOException {
        file("rocksdb.log", NOW.minusSeconds(3600));
        file("my-liblz4-java-1.so", NOW.minusSeconds(3600));

        RocksLibrary.removeLeft(folder, NOW);

        assertThat(names()).containsExactlyInAnyOrder("rocksdb.log", "my-liblz4-java-1.so");
    }

    @Test
    void doesNotFailWithoutTheFolderOrWhenAFileCannotBeDeleted() throws IOException {
        Path full = Files.createDirectory(folder.resolve("librocksdbjni-full"));
        Files.createFile(full.resolve("file"));
        Files.setLastModifiedTime(full, FileTime.from(NOW.minusSeconds(3600)));

        assertThatCode(() -> {
                    RocksLibrary.removeLeft(folder, NOW);
                    RocksLibrary.removeLeft(folder.resolve("none"), NOW);
                })
                .doesNotThrowAnyException();
    }

    private void file(String name, Instant modified) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
