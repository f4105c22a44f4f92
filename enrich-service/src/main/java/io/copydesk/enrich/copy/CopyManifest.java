package io.copydesk.enrich.copy;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which parts are a copy.
 *
 * @param form of the snapshot: one of another form is of no use
 * @param files the file that the snapshot begins with, then those that it refers to
 */
record CopyManifest(String form, List<CopiedFile> files) {

    /** Bytes of each part of a file but its last: with key and batch far below the megabyte that is Kafka's limit for a record. */
    static final int PART = 1 << 19;

    private static final int VERSION = 1;
    private static final int BYTES_OF_PART = 1 + 2 * Long.BYTES;

    /**
     * A file and its parts.
     *
     * @param turns which of two keys each part has: a part that changes takes the other, so that it replaces nothing of the copy before
     * @param offsets of the parts
     * @param digests of the parts
     */
    record CopiedFile(String name, long length, byte[] turns, long[] offsets, long[] digests) {

        /** With parts that are yet to be filled in. */
        static CopiedFile of(String name, long length) {
            int parts = Math.toIntExact((length + PART - 1) / PART);
            return new CopiedFile(name, length, new byte[parts], new long[parts], new long[parts]);
        }

        int parts() {
            return digests.length;
        }

        /** Bytes of a part. */
        int length(int part) {
            return (int) Math.min(PART, length - (long) part * PART);
        }

        private boolean isSameAs(CopiedFile other) {
            return name.equals(other.name) && length == other.length && Arrays.equals(offsets, other.offsets);
        }
    }

    CopyManifest {
        files = List.copyOf(files);
    }

    /** Whether it tells of the same parts, under the same names. */
    boolean isSameAs(@Nullable CopyManifest other) {
        if (other == null || !form.equals(other.form) || files.size() != other.files.size()) {
            return false;
        }
        for (int i = 0; i < files.size(); i++) {
            if (!files.get(i).isSameAs(other.files.get(i))) {
                return false;
            }
        }
        return true;
    }

    byte[] bytes() {
        byte[] formBytes = form.getBytes(StandardCharsets.UTF_8);
        int size = 3 * Integer.BYTES + formBytes.length;
        List<byte[]> names = new ArrayList<>();
        for (CopiedFile file : files) {
            byte[] name = file.name.getBytes(StandardCharsets.UTF_8);
            names.add(name);
            size += Integer.BYTES + name.length + Long.BYTES + file.parts() * BYTES_OF_PART;
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putInt(VERSION).putInt(formBytes.length).put(formBytes).putInt(files.size());
        for (int i = 0; i < files.size(); i++) {
            CopiedFile file = files.get(i);
            out.putInt(names.get(i).length).put(names.get(i)).putLong(file.length);
            for (int part = 0; part < file.parts(); part++) {
                out.put(file.turns[part]).putLong(file.offsets[part]).putLong(file.digests[part]);
            }
        }
        return out.array();
    }

    /** @throws IOException when these are not the bytes of one */
    static CopyManifest read(byte[] bytes) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            if (in.getInt() != VERSION) {
                throw new IOException("the manifest is of another version");
            }
            String form = text(in);
            List<CopiedFile> files = new ArrayList<>();
            for (int left = in.getInt(); left > 0; left--) {
                files.add(file(in));
            }
            return new CopyManifest(form, files);
        } catch (BufferUnderflowException e) {
            throw new IOException("the manifest is not whole", e);
        }
    }

    private static CopiedFile file(ByteBuffer in) throws IOException {
        String name = text(in);
        long length = in.getLong();
        if (length < 0 || length / PART > in.remaining() / BYTES_OF_PART) {
            throw new IOException("the manifest is not whole");
        }
        CopiedFile file = CopiedFile.of(name, length);
        for (int part = 0; part < file.parts(); part++) {
            file.turns[part] = in.get();
            file.offsets[part] = in.getLong();
            file.digests[part] = in.getLong();
        }
        return file;
    }

    private static String text(ByteBuffer in) throws IOException {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IOException("the manifest is not whole");
        }
        byte[] text = new byte[length];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
