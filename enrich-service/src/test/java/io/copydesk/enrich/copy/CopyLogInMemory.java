package io.copydesk.enrich.copy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parts and manifests as a topic has them that is compacted at once, and whose writers exclude each other by an epoch. */
public final class CopyLogInMemory implements CopyLog {

    final TreeMap<Long, byte[]> parts = new TreeMap<>();
    private final Map<ByteBuffer, Long> last = new HashMap<>();
    private long end;
    private int epoch;
    byte[] manifest;

    /** How many transactions may be written yet. */
    public int room = Integer.MAX_VALUE;

    /** How many parts were written. */
    public int written;

    /** How often parts were read. */
    public int reads;

    @Override
    public synchronized Writer writer() {
        int own = ++epoch;
        return new Writer() {
            @Override
            public long[] write(List<Part> sent) throws IOException {
                synchronized (CopyLogInMemory.this) {
                    check();
                    long[] offsets = new long[sent.size()];
                    for (int i = 0; i < offsets.length; i++) {
                        offsets[i] = end;
                        parts.put(end, sent.get(i).bytes());
                        Long before = last.put(ByteBuffer.wrap(sent.get(i).key()), end++);
                        if (before != null) {
                            parts.remove(before);
                        }
                    }
                    written += offsets.length;
                    return offsets;
                }
            }

            @Override
            public void publish(byte[] next) throws IOException {
                synchronized (CopyLogInMemory.this) {
                    check();
                    manifest = next;
                }
            }

            private void check() throws IOException {
                if (own != epoch || room-- <= 0) {
                    throw new IOException("fenced or cut off");
                }
            }

            @Override
            public void close() {}
        };
    }

    /** Loses a part of the last copy. */
    public synchronized void damage() {
        parts.remove(parts.lastKey());
    }

    @Override
    public synchronized byte[] manifest() {
        return manifest;
    }

    @Override
    public synchronized void read(long[] offsets, Parts into) throws IOException {
        reads++;
        for (int i = 0; i < offsets.length; i++) {
            byte[] part = parts.get(offsets[i]);
            if (part == null) {
                throw new IOException("no part at " + offsets[i]);
            }
            into.accept(i, part);
        }
    }
}
