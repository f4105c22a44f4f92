package io.copydesk.enrich.memory;

import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of bytes outside the heap, each found by an address of 31 bits: in a file that is mapped into memory, of which the operating
 * system keeps in memory what is read often. Without a folder the blocks are on the heap.
 *
 * <p>A snapshot refers to the blocks of a file by their addresses. What it refers to stays as it is until the {@linkplain #written next one}, and the
 * snapshot has a sum of the contents, so that a file which is not the one that it was written with is found out.
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

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final @Nullable BlockFile file;
    private final int chunkUnits;

    private final List<ByteBuffer> chunks = new ArrayList<>();

    /** Units in all chunks that were used at some time. */
    private int used;

    /** Blocks that are free, by their size in units: a stack each, {@code null} for none. */
    private final @Nullable Ints[] free = new Ints[CLASSES];

    /** Blocks that are released but may still be read. */
    private final Ints released = new Ints();

    /** Blocks that are free but for the last snapshot, which may refer to them, by their size. */
    private final @Nullable Ints[] awaiting = new Ints[CLASSES];

    /** Blocks that are too large for a chunk; those of addresses from -2 downwards. */
    private final List<byte @Nullable []> large = new ArrayList<>();

    /** Of all blocks of a file that are in. */
    private long sum;

    /** Whether a snapshot refers to the blocks. */
    private boolean isKept;

    /** Addresses that a snapshot has, until they are checked. */
    private Ints restored = new Ints();

    /** Makes blocks where a process keeps what it does not keep on the heap. */
    @FunctionalInterface
    public interface Source {

        /**
         * None yet.
         *
         * @throws UncheckedIOException when a file cannot be made
         */
        ByteBlocks create();

        /**
         * Those that were {@linkplain ByteBlocks#write written}; {@link ByteBlocks#restored} is to be told of each that is in use, and
         * {@link ByteBlocks#check} to be called then.
         *
         * @throws IOException when their file is not there or too short, and where blocks are not in files
         */
        default ByteBlocks read(SnapshotReader in) throws IOException {
            throw new IOException("blocks on the heap are not read from a snapshot");
        }
    }

    private ByteBlocks(@Nullable BlockFile file) {
        this.file = file;
        this.chunkUnits = (file == null ? CHUNK_OF_HEAP : CHUNK_OF_FILE) / UNIT;
    }

    /** On the heap. */
    public static ByteBlocks onHeap() {
        return new ByteBlocks(null);
    }

    /**
     * In files, each with a name of its own.
     *
     * @param folder where the files are; made if there is none
     */
    public static Source in(Path folder) {
        return new Source() {
            @Override
            public ByteBlocks create() {
                try {
                    return new ByteBlocks(BlockFile.create(folder));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public ByteBlocks read(SnapshotReader in) throws IOException {
                String name = in.getText();
                ByteBlocks blocks =
                        new ByteBlocks(name == null ? BlockFile.create(folder) : BlockFile.open(folder, name));
                blocks.read(in, name != null);
                return blocks;
            }
        };
    }

    /** The name of the file, {@code null} for blocks on the heap. */
    public @Nullable String name() {
        return file == null ? null : file.name();
    }

    /** Writes what is used and free, and the blocks themselves if they are on the heap. Nothing that was released is read afterwards. */
    public void write(SnapshotWriter out) throws IOException {
        reclaim();
        out.putText(name());
        out.putInt(used);
        out.putLong(sum);
        for (int units = 1; units < CLASSES; units++) {
            writeFree(units, out);
        }
        out.putInt(0);
        out.putInt(large.size());
        for (byte[] bytes : large) {
            out.putBoolean(bytes != null);
            if (bytes != null) {
                out.putBytes(bytes);
            }
        }
        if (file == null) {
            for (ByteBuffer chunk : chunks) {
                out.putBytes(chunk.array());
            }
        }
    }

    /** Writes what is free of one size when the snapshot takes the place of the last one. */
    private void writeFree(int units, SnapshotWriter out) throws IOException {
        Ints blocks = new Ints();
        blocks.addAll(free[units]);
        blocks.addAll(awaiting[units]);
        if (blocks.size() > 0) {
            out.putInt(units);
            out.putInts(blocks.toArray(), blocks.size());
        }
    }

    /** The last snapshot is the one that was written now. */
    public void written() {
        isKept = true;
        for (int units = 1; units < CLASSES; units++) {
            Ints blocks = awaiting[units];
            if (blocks != null) {
                stack(free, units).addAll(blocks);
                awaiting[units] = null;
            }
        }
    }

    private void read(SnapshotReader in, boolean inFile) throws IOException {
        used = in.getInt();
        sum = in.getLong();
        isKept = inFile;
        for (int units = in.getInt(); units > 0; units = in.getInt()) {
            for (int address : in.getInts()) {
                stack(free, units).push(address);
            }
        }
        for (int left = in.getInt(); left > 0; left--) {
            large.add(in.getBoolean() ? in.getBytes() : null);
        }
        while ((long) chunks.size() * chunkUnits < used) {
            chunks.add(inFile && file != null ? file.map(chunks.size(), CHUNK_OF_FILE) : chunk());
        }
        if (!inFile) {
            copyFromHeap(in);
        }
    }

    private void copyFromHeap(SnapshotReader in) throws IOException {
        sum = 0;
        for (int at = 0; at < used; at += CHUNK_OF_HEAP / UNIT) {
            chunk(at).duplicate().position(offset(at)).put(in.getBytes());
        }
    }

    /** Takes note of an address that a snapshot has, and returns it. */
    public int restored(int address) {
        restored.push(address);
        return address;
    }

    /**
     * Checks that all blocks of a snapshot have the contents that they had when it was written. Nothing may be added before.
     *
     * @throws IOException when they have not
     */
    public void check() throws IOException {
        int[] addresses = restored.toArray();
        restored = new Ints();
        Arrays.sort(addresses); // as they lie in the file
        long found = 0;
        for (int address : addresses) {
            if (address >= 0) {
                int length = address < used ? chunk(address).getInt(offset(address)) : NONE;
                if (length < 0 || length > MOST || offset(address) + Integer.BYTES + length > chunkUnits * UNIT) {
                    throw new IOException("the file of blocks " + name() + " is damaged");
                }
                found += digest(address);
            } else if (address == NONE || NONE - 1 - address >= large.size() || large.get(NONE - 1 - address) == null) {
                throw new IOException("no block at " + address);
            }
        }
        if (isKept && found != sum) {
            throw new IOException("the file of blocks " + name() + " is not as it was when the snapshot was written");
        }
        sum = found;
    }

    /** A digest of the block at an address. */
    private long digest(int address) {
        ByteBuffer bytes = get(address);
        CRC32C checksum = new CRC32C();
        int length = bytes.remaining();
        checksum.update(bytes);
        long mixed = (checksum.getValue() << Integer.SIZE | length) * GOLDEN ^ address;
        return (mixed ^ mixed >>> Integer.SIZE) * GOLDEN;
    }

    /**
     * Adds a block.
     *
     * @return its address
     * @throws UncheckedIOException when there is no room on disk
     * @throws IllegalStateException when there are 32 GiB of blocks
     */
    public int add(byte[] bytes) {
        if (bytes.length > MOST) {
            large.add(bytes.clone());
            return NONE - large.size();
        }
        int units = units(bytes.length);
        int address = reused(units);
        if (address == NONE) {
            used = place(used, units, chunkUnits);
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
        sum += file == null ? 0 : digest(address);
        return address;
    }

    /**
     * Where a block is added: in one chunk.
     *
     * @param used units that were used at some time
     * @throws IllegalStateException when no address is left
     */
    static int place(int used, int units, int chunkUnits) {
        boolean isInOneChunk = used / chunkUnits == ((long) used + units - 1) / chunkUnits;
        long place = isInOneChunk ? used : (used / chunkUnits + 1L) * chunkUnits;
        if (place + units > Integer.MAX_VALUE) {
            throw new IllegalStateException("no block has an address from " + (long) UNIT * Integer.MAX_VALUE
                    + " bytes on: fewer articles must be kept, see enrich.retention");
        }
        return (int) place;
    }

    private int reused(int units) {
        Ints stack = free[units];
        return stack == null || stack.size() == 0 ? NONE : stack.pop();
    }

    private ByteBuffer chunk() {
        if (file == null) {
            return ByteBuffer.allocate(CHUNK_OF_HEAP);
        }
        try {
            return file.add(chunks.size(), CHUNK_OF_FILE);
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
        sum -= file == null || address < NONE ? 0 : digest(address);
    }

    /** Uses the memory of all blocks that were released for others, but for those that the last snapshot may refer to. */
    public void reclaim() {
        while (released.size() > 0) {
            int address = released.pop();
            if (address < NONE) {
                large.set(NONE - 1 - address, null);
            } else {
                int units = units(chunk(address).getInt(offset(address)));
                stack(isKept ? awaiting : free, units).push(address);
            }
        }
    }

    private static Ints stack(@Nullable Ints[] stacks, int units) {
        Ints stack = stacks[units];
        if (stack == null) {
            stack = new Ints();
            stacks[units] = stack;
        }
        return stack;
    }

    /** Bytes of all chunks, on the heap or in the file. */
    public long size() {
        return (long) chunks.size() * chunkUnits * UNIT;
    }

    private static int units(int length) {
        return (Integer.BYTES + length + UNIT - 1) / UNIT;
    }

    private ByteBuffer chunk(int address) {
        return chunks.get(address / chunkUnits);
    }

    private int offset(int address) {
        return address % chunkUnits * UNIT;
    }
}
