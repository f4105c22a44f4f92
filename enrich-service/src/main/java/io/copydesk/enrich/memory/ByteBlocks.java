package io.copydesk.enrich.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of bytes outside the heap, each found by an address of 31 bits: in a file that is mapped into memory, of which the operating
 * system keeps in memory what is read often. The file has no name and is gone when the process ends. Without a folder the blocks are on
 * the heap.
 *
 * <p>One thread may change it, or any number may read.
 */
public final class ByteBlocks {

    /** The address of no block. */
    public static final int NONE = -1;

    /** Bytes that an address counts in: 2^31 of them are 32 GiB. */
    private static final int UNIT = 16;

    private static final int CHUNK_OF_FILE = 1 << 20;
    private static final int CHUNK_OF_HEAP = 1 << 18;

    /** More bytes than this are kept as an array of their own. */
    private static final int MOST = 1 << 16;

    private static final int CLASSES = (MOST + Integer.BYTES) / UNIT + 2;

    private final @Nullable FileChannel file;
    private final int chunkUnits;

    private final List<ByteBuffer> chunks = new ArrayList<>();

    /** Units in all chunks that were used at some time. */
    private int used;

    /** Blocks that are free, by their size in units: a stack each, {@code null} for none. */
    private final @Nullable Stack[] free = new Stack[CLASSES];

    /** Blocks that are released but may still be read. */
    private final Stack released = new Stack();

    /** Blocks that are too large for a chunk; those of addresses from -2 downwards. */
    private final List<byte @Nullable []> large = new ArrayList<>();

    /** Makes blocks where a process keeps what it does not keep on the heap. */
    @FunctionalInterface
    public interface Source {

        /** @throws UncheckedIOException when the file cannot be made */
        ByteBlocks create();
    }

    private ByteBlocks(@Nullable FileChannel file, int chunk) {
        this.file = file;
        this.chunkUnits = chunk / UNIT;
    }

    /** On the heap. */
    public static ByteBlocks onHeap() {
        return new ByteBlocks(null, CHUNK_OF_HEAP);
    }

    /**
     * In files without a name.
     *
     * @param folder where the files take their place on disk; made if there is none
     */
    public static Source in(Path folder) {
        return () -> {
            try {
                Files.createDirectories(folder);
                Path path = Files.createTempFile(folder, "decisions", ".blocks");
                FileChannel file = FileChannel.open(
                        path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
                return new ByteBlocks(file, CHUNK_OF_FILE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /**
     * Adds a block.
     *
     * @return its address
     * @throws UncheckedIOException when there is no room on disk
     */
    public int add(byte[] bytes) {
        if (bytes.length > MOST) {
            large.add(bytes.clone());
            return NONE - large.size();
        }
        int units = units(bytes.length);
        int address = reused(units);
        if (address == NONE) {
            if (used / chunkUnits != (used + units - 1) / chunkUnits) {
                used = (used / chunkUnits + 1) * chunkUnits;
            }
            if (used / chunkUnits == chunks.size()) {
                chunks.add(chunk());
            }
            address = used;
            used += units;
        }
        chunk(address)
                .duplicate()
                .position(offset(address))
                .putInt(bytes.length)
                .put(bytes);
        return address;
    }

    private int reused(int units) {
        Stack stack = free[units];
        return stack == null || stack.size == 0 ? NONE : stack.pop();
    }

    /** A full disk is an exception here, and no fault at a later access. */
    private ByteBuffer chunk() {
        int bytes = chunkUnits * UNIT;
        if (file == null) {
            return ByteBuffer.allocate(bytes);
        }
        try {
            long from = file.size();
            ByteBuffer zeros = ByteBuffer.allocate(bytes);
            while (zeros.hasRemaining()) {
                file.write(zeros, from + zeros.position());
            }
            return file.map(FileChannel.MapMode.READ_WRITE, from, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a block, from position 0 on; not to be modified, and valid until the block is reclaimed. */
    public ByteBuffer get(int address) {
        if (address < NONE) {
            byte[] bytes = large.get(NONE - 1 - address);
            if (bytes == null) {
                throw new IllegalStateException("a block that was reclaimed");
            }
            return ByteBuffer.wrap(bytes);
        }
        ByteBuffer chunk = chunk(address);
        int offset = offset(address);
        return chunk.slice(offset + Integer.BYTES, chunk.getInt(offset));
    }

    /** Gives a block back, which may be read until the next call of {@link #reclaim}. */
    public void release(int address) {
        released.push(address);
    }

    /** Uses the memory of all blocks that were released for others. */
    public void reclaim() {
        while (released.size > 0) {
            int address = released.pop();
            if (address < NONE) {
                large.set(NONE - 1 - address, null);
            } else {
                int units = units(chunk(address).getInt(offset(address)));
                Stack stack = free[units];
                if (stack == null) {
                    stack = new Stack();
                    free[units] = stack;
                }
                stack.push(address);
            }
        }
    }

    /** Bytes of all chunks, on the heap or in the file. */
    public long size() {
        return (long) chunks.size() * chunkUnits * UNIT;
    }

    private static int units(int length) {
        return (length + Integer.BYTES + UNIT - 1) / UNIT;
    }

    private ByteBuffer chunk(int address) {
        return chunks.get(address / chunkUnits);
    }

    private int offset(int address) {
        return address % chunkUnits * UNIT;
    }

    private static final class Stack {
        private int[] values = new int[8];
        private int size;

        void push(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        int pop() {
            return values[--size];
        }
    }
}
