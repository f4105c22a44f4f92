package io.copydesk.enrich.copy;

import io.copydesk.enrich.copy.CopyLog.Part;
import io.copydesk.enrich.copy.CopyManifest.CopiedFile;
import io.copydesk.enrich.snapshot.Digest64;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends the files of a snapshot, but for parts that the copy before has: they are read and compared by their digests. The files are opened when it is
 * made, so that another file may take the place of one meanwhile; what the snapshot refers to in them must not change. For one thread.
 */
public final class CopyUpload implements Closeable {

    /** Parts of a transaction: few, so that one that is left open is short. */
    private static final int TOGETHER = 16;

    private final String form;
    private final List<CopiedFile> files = new ArrayList<>();
    private final List<FileChannel> channels = new ArrayList<>();
    private final List<Part> waiting = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    /** Of a part that waits. */
    private record Place(CopiedFile file, int part) {}

    /** Called with the bytes of each transaction, when it is committed. */
    @FunctionalInterface
    public interface Pace {
        void sent(long bytes) throws InterruptedException;
    }

    private CopyUpload(String form) {
        this.form = form;
    }

    /**
     * Opens files.
     *
     * @param form of the snapshot
     * @param paths the file that it begins with, then those that it refers to
     */
    public static CopyUpload of(String form, List<Path> paths) throws IOException {
        CopyUpload upload = new CopyUpload(form);
        try {
            for (Path path : paths) {
                FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                upload.channels.add(channel);
                upload.files.add(CopiedFile.of(path.getFileName().toString(), channel.size()));
            }
        } catch (IOException e) {
            upload.close();
            throw e;
        }
        return upload;
    }

    /**
     * Sends them; to be called once.
     *
     * @return bytes that were sent, 0 when the newest copy is of the same
     */
    public long send(CopyLog log, Pace pace) throws IOException, InterruptedException {
        try (CopyLog.Writer writer = log.writer()) {
            CopyManifest before = before(log);
            long bytes = 0;
            for (int file = 0; file < files.size(); file++) {
                for (int part = 0; part < files.get(file).parts(); part++) {
                    add(file, part, before);
                    if (waiting.size() == TOGETHER) {
                        bytes += flush(writer, pace);
                    }
                }
            }
            bytes += flush(writer, pace);
            CopyManifest now = new CopyManifest(form, files);
            if (!now.isSameAs(before)) {
                writer.publish(now.bytes());
            }
            return bytes;
        }
    }

    /** The newest copy; {@code null} when there is none, or none that this release can read. */
    private static @Nullable CopyManifest before(CopyLog log) throws IOException {
        byte[] manifest = log.manifest();
        try {
            return manifest == null ? null : CopyManifest.read(manifest);
        } catch (IOException e) {
            return null;
        }
    }

    private void add(int number, int part, @Nullable CopyManifest before) throws IOException {
        CopiedFile file = files.get(number);
        CopiedFile old = before == null || number >= before.files().size()
                ? null
                : before.files().get(number);
        if (old != null && part >= old.parts()) {
            old = null;
        }
        byte[] bytes = read(channels.get(number), (long) part * CopyManifest.PART, file.length(part));
        long digest = Digest64.of(bytes);
        file.digests()[part] = digest;
        if (old != null && old.digests()[part] == digest && old.length(part) == bytes.length) {
            file.turns()[part] = old.turns()[part];
            file.offsets()[part] = old.offsets()[part];
            return;
        }
        byte turn = (byte) (old != null && old.turns()[part] == 0 ? 1 : 0);
        file.turns()[part] = turn;
        waiting.add(new Part(key(number, part, turn), bytes));
        places.add(new Place(file, part));
    }

    /** Sends what waits and returns its bytes. */
    private long flush(CopyLog.Writer writer, Pace pace) throws IOException, InterruptedException {
        if (waiting.isEmpty()) {
            return 0;
        }
        long[] offsets = writer.write(waiting);
        long bytes = 0;
        for (int i = 0; i < offsets.length; i++) {
            Place place = places.get(i);
            place.file().offsets()[place.part()] = offsets[i];
            bytes += waiting.get(i).bytes().length;
        }
        waiting.clear();
        places.clear();
        pace.sent(bytes);
        return bytes;
    }

    private static byte[] key(int file, int part, byte turn) {
        return ByteBuffer.allocate(2 * Integer.BYTES + 1)
                .putInt(file)
                .putInt(part)
                .put(turn)
                .array();
    }

    private static byte[] read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("a file of the snapshot became shorter");
            }
        }
        return bytes.array();
    }

    @Override
    public void close() throws IOException {
        for (FileChannel channel : channels) {
            channel.close();
        }
    }
}
