package io.copydesk.enrich.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import io.copydesk.kit.failure.FailureText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ByteBlocksTest {

    private static final int LARGER_THAN_A_CHUNK = 1_200_000;

    @Test
    void everyBlockIsReadAsItWasAddedWhileOthersComeAndGoInAFile(@TempDir Path folder) throws Exception {
        ByteBlocks blocks = ByteBlocks.in(folder).create();
        comeAndGo(blocks, new HashMap<>(), 1);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileThatCannotGrowIsNamed() throws Exception {
        BlockFile full = BlockFile.open(Path.of("/dev"), "full");

        assertThatThrownBy(() -> full.add(0, 16))
                .isInstanceOf(FileSystemException.class)
                .satisfies(failure -> assertThat(FailureText.of(failure)).contains("no space left", "/dev/full"));
    }

    @Test
    void aBlockIsInOneChunkAndHasAnAddressOrIsRefused() {
        assertThat(ByteBlocks.place(10, 6, 16)).isEqualTo(10);
        assertThat(ByteBlocks.place(10, 7, 16)).isEqualTo(16);
        int last = Integer.MAX_VALUE - 15;
        assertThat(ByteBlocks.place(last, 15, 16)).isEqualTo(last);
        assertThatThrownBy(() -> ByteBlocks.place(last, 16, 16))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("enrich.retention");
        assertThatThrownBy(() -> ByteBlocks.place(last + 10, 15, 16)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSnapshotFindsItsBlocksWhateverCameAndWentSince(@TempDir Path folder) throws Exception {
        ByteBlocks blocks = ByteBlocks.in(folder).create();
        Map<Integer, byte[]> known = new HashMap<>();
        for (int life = 0; life < 4; life++) {
            comeAndGo(blocks, known, 2 * life);
            write(blocks, folder);
            blocks.written();
            Map<Integer, byte[]> written = Map.copyOf(known);
            comeAndGo(blocks, new HashMap<>(known), 2 * life + 1);

            blocks = read(folder, written);

            assertAsKnown(blocks, written);
            known = new HashMap<>(written);
        }
    }

    @Test
    void aFileThatIsNotAsItWasWrittenIsRefused(@TempDir Path folder) throws Exception {
        ByteBlocks blocks = ByteBlocks.in(folder).create();
        Map<Integer, byte[]> known = new HashMap<>();
        for (byte i = 0; i < 40; i++) {
            byte[] bytes = new byte[] {i, 1, 2, 3};
            known.put(blocks.add(bytes), bytes);
        }
        write(blocks, folder);
        Path file = folder.resolve(blocks.name());
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < 40 * 16; at += 16) {
            for (int damaged : new int[] {at, at + 3, at + 4, at + 7}) {
                byte[] other = whole.clone();
                other[damaged] ^= 1;
                Files.write(file, other);
                assertThatThrownBy(() -> read(folder, known)).isInstanceOf(IOException.class);
            }
        }
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> read(folder, known)).isInstanceOf(IOException.class);
        Files.delete(file);
        assertThatThrownBy(() -> read(folder, known)).isInstanceOf(IOException.class);
        Files.write(file, whole);
        assertAsKnown(read(folder, known), known);
    }

    private static void write(ByteBlocks blocks, Path folder) throws IOException {
        try (SnapshotWriter out = SnapshotWriter.begin(folder.resolve("snapshot"))) {
            blocks.write(out);
            out.finish();
        }
    }

    private static ByteBlocks read(Path folder, Map<Integer, byte[]> known) throws IOException {
        try (SnapshotReader in = SnapshotReader.open(folder.resolve("snapshot"))) {
            ByteBlocks read = ByteBlocks.in(folder).read(in);
            known.keySet().forEach(read::restored);
            read.check();
            in.end();
            return read;
        }
    }

    @Test
    void everyBlockIsReadAsItWasAddedWhileOthersComeAndGoOnTheHeap() {
        comeAndGo(ByteBlocks.onHeap(), new HashMap<>(), 1);
    }

    private static void comeAndGo(ByteBlocks blocks, Map<Integer, byte[]> known, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = new byte[round % 1000 == 7 ? LARGER_THAN_A_CHUNK : random.nextInt(2_000)];
            random.nextBytes(bytes);
            assertThat(known.put(blocks.add(bytes), bytes))
                    .as("its place is not taken")
                    .isNull();
            if (random.nextInt(3) == 0) {
                int gone = known.keySet().iterator().next();
                known.remove(gone);
                blocks.release(gone);
            }
            if (random.nextInt(10) == 0) {
                blocks.reclaim();
            }
        }
        assertAsKnown(blocks, known);
    }

    private static void assertAsKnown(ByteBlocks blocks, Map<Integer, byte[]> known) {
        known.forEach((address, bytes) -> assertThat(bytes(blocks.get(address))).isEqualTo(bytes));
    }

    @Test
    void aReleasedBlockIsReadUntilItIsReclaimedAndThenItsMemoryIsUsedAgain() {
        ByteBlocks blocks = ByteBlocks.onHeap();
        int first = blocks.add(new byte[] {1, 2, 3});
        blocks.release(first);
        assertThat(blocks.add(new byte[] {4, 5, 6})).isNotEqualTo(first);
        assertThat(bytes(blocks.get(first))).containsExactly(1, 2, 3);
        blocks.reclaim();
        assertThat(blocks.add(new byte[] {7, 8, 9})).isEqualTo(first);
        assertThat(bytes(blocks.get(first))).containsExactly(7, 8, 9);
    }

    @Test
    void memoryThatIsUsedAgainAndAgainDoesNotGrow() {
        ByteBlocks blocks = ByteBlocks.onHeap();
        blocks.add(new byte[500]);
        long size = blocks.size();
        for (int i = 0; i < 10_000; i++) {
            blocks.release(blocks.add(new byte[500]));
            blocks.reclaim();
        }
        assertThat(blocks.size()).isEqualTo(size);
    }

    private static byte[] bytes(ByteBuffer block) {
        byte[] bytes = new byte[block.remaining()];
        block.get(bytes);
        return bytes;
    }
}
