package io.copydesk.enrich.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByteBlocksTest {

    private static final int LARGER_THAN_A_CHUNK = 1_200_000;

    @Test
    void everyBlockIsReadAsItWasAddedWhileOthersComeAndGoInAFile(@TempDir Path folder) throws Exception {
        ByteBlocks blocks = ByteBlocks.in(folder).create();
        comeAndGo(blocks);
        try (var files = Files.list(folder)) {
            assertThat(files).as("the file has no name").isEmpty();
        }
    }

    @Test
    void everyBlockIsReadAsItWasAddedWhileOthersComeAndGoOnTheHeap() {
        comeAndGo(ByteBlocks.onHeap());
    }

    private static void comeAndGo(ByteBlocks blocks) {
        SplittableRandom random = new SplittableRandom(1);
        Map<Integer, byte[]> known = new HashMap<>();
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
