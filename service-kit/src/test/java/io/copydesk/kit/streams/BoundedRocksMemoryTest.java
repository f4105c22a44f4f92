package io.copydesk.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.CompressionType;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class BoundedRocksMemoryTest {
    private static final long LIMIT = 8L << 20;

    @TempDir
    Path folder;

    @Test
    void keepsTwoStoresTogetherWithinOneLimit() throws RocksDBException {
        try (RocksMemory memory = new RocksMemory(LIMIT);
                Options options = options(memory);
                RocksDB first = RocksDB.open(options, folder.resolve("a").toString());
                RocksDB second = RocksDB.open(options, folder.resolve("b").toString())) {
            write(first);
            write(second);
            read(first);
            read(second);

            // 64 MiB went through; each store alone would keep as much as one limit.
            assertThat(memory.usage()).isBetween(LIMIT / 2, LIMIT + LIMIT / 8);
        }
    }

    @Test
    void keepsTheFirstLimitUntilTheLastLeaseEnds() {
        RocksMemoryPool pool = new RocksMemoryPool();
        RocksMemoryPool.Lease first = pool.lease(LIMIT);
        RocksMemoryPool.Lease second = pool.lease(2 * LIMIT);
        RocksMemory memory = pool.shared(2 * LIMIT);
        first.close();
        first.close();

        assertThat(memory.limit()).isEqualTo(LIMIT);
        assertThat(memory.isClosed()).isFalse();
        second.close();
        assertThat(memory.isClosed()).isTrue();
        RocksMemoryPool.Lease third = pool.lease(2 * LIMIT);
        assertThat(pool.shared(2 * LIMIT).limit()).isEqualTo(2 * LIMIT);
        third.close();
    }

    @Test
    void servesTheStoresOfATopology() {
        Properties properties = StreamsProperties.of(Applications.of(KafkaSettings.defaults(), folder), "one");
        RocksMemoryPool.Lease lease = RocksMemoryPool.OF_PROCESS.lease(LIMIT);
        try (TopologyTestDriver driver = new TopologyTestDriver(Applications.lastWords(), properties)) {
            TestInputTopic<String, String> words =
                    driver.createInputTopic("words", new StringSerializer(), new StringSerializer());
            words.pipeInput("key", "word");

            assertThat(driver.getKeyValueStore("last-words").get("key")).isEqualTo("word");
            assertThat(RocksMemoryPool.OF_PROCESS.shared(LIMIT).usage()).isPositive();
        } finally {
            lease.close();
        }
    }

    @Test
    void compressesWhatStoresKeepInFiles() throws RocksDBException, IOException {
        byte[] text = "The harbour office of Lindhaven said on Monday that the quay reopens. "
                .repeat(100)
                .getBytes(StandardCharsets.UTF_8);
        Path store = folder.resolve("texts");
        try (RocksMemory memory = new RocksMemory(LIMIT);
                Options options = options(memory);
                RocksDB texts = RocksDB.open(options, store.toString());
                FlushOptions flush = new FlushOptions()) {
            for (int i = 0; i < 100; i++) {
                texts.put(("text-" + i).getBytes(StandardCharsets.UTF_8), text);
            }
            texts.flush(flush);

            assertThat(texts.get("text-7".getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
            try (Stream<Path> files = Files.list(store)) {
                long bytes = files.filter(file -> file.toString().endsWith(".sst"))
                        .mapToLong(file -> file.toFile().length())
                        .sum();
                assertThat(bytes).isBetween(1L, 100L * text.length / 4);
            }
        }
    }

    @Test
    void compressesRecordsByWhatOthersHaveInCommon() throws RocksDBException, IOException {
        Path store = folder.resolve("words");
        long all = 0;
        try (RocksMemory memory = new RocksMemory(LIMIT);
                Options options = options(memory);
                RocksDB texts = RocksDB.open(options, store.toString())) {
            for (int i = 0; i < 2_000; i++) {
                byte[] text = words(i).getBytes(StandardCharsets.UTF_8);
                all += text.length;
                texts.put(("text-" + i).getBytes(StandardCharsets.UTF_8), text);
            }
            texts.compactRange();

            assertThat(texts.get("text-1999".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(words(1999).getBytes(StandardCharsets.UTF_8));
            try (Stream<Path> files = Files.list(store)) {
                long bytes = files.filter(file -> file.toString().endsWith(".sst"))
                        .mapToLong(file -> file.toFile().length())
                        .sum();
                assertThat(bytes)
                        .as("of %d, which without a dictionary are a third", all)
                        .isLessThan(all / 4);
            }
        }
    }

    /** Two hundred of a thousand sentences, none of which a text has twice. */
    private static String words(int seed) {
        List<Integer> all = new ArrayList<>(IntStream.range(0, 1_000).boxed().toList());
        Collections.shuffle(all, new Random(seed));
        return all.stream()
                .limit(200)
                .map(number -> "Quay " + Long.toHexString(number * 0x9E3779B97F4A7C15L) + " reopens.")
                .collect(Collectors.joining(" "));
    }

    @Test
    void aStoreOfSmallRecordsLosesFewOfThemInAKill() {
        RocksMemoryPool.Lease lease = RocksMemoryPool.OF_PROCESS.lease(LIMIT);
        Map<String, Object> configs = Map.of(
                BoundedRocksMemory.LIMIT_CONFIG, LIMIT, BoundedRocksMemory.SMALL_RECORDS_CONFIG, List.of("digests"));
        try (Options small = new Options().setTableFormatConfig(new BlockBasedTableConfig());
                Options other = new Options().setTableFormatConfig(new BlockBasedTableConfig())) {
            new BoundedRocksMemory().setConfig("digests", small, configs);
            new BoundedRocksMemory().setConfig("articles", other, configs);

            assertThat(small.writeBufferSize()).isEqualTo(128 << 10);
            assertThat(other.writeBufferSize()).isEqualTo(1 << 20);
        } finally {
            lease.close();
        }
    }

    @Test
    void aStoreOfPackedRecordsIsRestoredThroughLargeBuffersAndKeptAsTheOthers() {
        long limit = 64L << 20;
        RocksMemoryPool.Lease lease = RocksMemoryPool.OF_PROCESS.lease(limit);
        Map<String, Object> configs = Map.of(
                BoundedRocksMemory.LIMIT_CONFIG, limit, BoundedRocksMemory.PACKED_RECORDS_CONFIG, List.of("sketches"));
        try (Options packed = new Options().setTableFormatConfig(new BlockBasedTableConfig());
                Options other = new Options().setTableFormatConfig(new BlockBasedTableConfig())) {
            new BoundedRocksMemory().setConfig("sketches", packed, configs);
            new BoundedRocksMemory().setConfig("articles", other, configs);

            long shared = RocksMemoryPool.OF_PROCESS.shared(limit).limit();
            assertThat(packed.writeBufferSize()).isEqualTo(StoreForm.PACKED.writeBuffer(shared));
            assertThat(packed.compressionType()).isEqualTo(CompressionType.LZ4_COMPRESSION);
            assertThat(packed.bottommostCompressionType()).isEqualTo(other.bottommostCompressionType());
            assertThat(other.compressionType()).isEqualTo(CompressionType.ZSTD_COMPRESSION);
        } finally {
            lease.close();
        }
    }

    @Test
    void buffersOfPackedRecordsTakeASmallPartOfAnyMemory() {
        assertThat(StoreForm.PACKED.writeBuffer(1L << 20)).isEqualTo(1 << 20);
        assertThat(StoreForm.PACKED.writeBuffer(LIMIT)).isEqualTo(1 << 20);
        assertThat(StoreForm.PACKED.writeBuffer(128L << 20)).isEqualTo(8 << 20);
        assertThat(StoreForm.PACKED.writeBuffer(4L << 30)).isEqualTo(8 << 20);
    }

    private static Options options(RocksMemory memory) {
        Options options = new Options().setCreateIfMissing(true).setTableFormatConfig(new BlockBasedTableConfig());
        memory.serve(options, StoreForm.TEXTS);
        return options;
    }

    private static void write(RocksDB store) throws RocksDBException {
        for (int i = 0; i < 1000; i++) {
            store.put(key(i), new byte[32 << 10]);
        }
        try (FlushOptions flush = new FlushOptions().setWaitForFlush(true)) {
            store.flush(flush);
        }
    }

    private static void read(RocksDB store) throws RocksDBException {
        for (int i = 0; i < 1000; i++) {
            assertThat(store.get(key(i))).hasSize(32 << 10);
        }
    }

    private static byte[] key(int number) {
        return Integer.toString(number).getBytes(StandardCharsets.US_ASCII);
    }
}
