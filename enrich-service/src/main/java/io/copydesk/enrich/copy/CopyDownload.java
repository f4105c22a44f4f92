package io.copydesk.enrich.copy;

import io.copydesk.enrich.copy.CopyManifest.CopiedFile;
import io.copydesk.enrich.snapshot.Digest64;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Writes the newest copy to a folder, all of it or nothing. For one thread. */
public final class CopyDownload {

    /** A name that leads to no other folder. */
    private static final Pattern NAME = Pattern.compile("decisions[0-9]*+\\.[a-z]++");

    private static final String UNFINISHED = ".copied";

    private final CopyManifest manifest;
    private final Path folder;
    private final List<FileChannel> channels = new ArrayList<>();

    private record Place(int file, int part, long offset) {}

    private CopyDownload(CopyManifest manifest, Path folder) {
        this.manifest = manifest;
        this.folder = folder;
    }

    /**
     * Writes the files of the newest copy under their names, that which the snapshot begins with last.
     *
     * @param form the only one that is of use
     * @return bytes that were read; 0 when there is no copy of this form
     * @throws IOException when the copy is not whole, is damaged, or cannot be read or written now
     */
    public static long into(Path folder, String form, CopyLog log) throws IOException {
        byte[] bytes = log.manifest();
        if (bytes == null) {
            return 0;
        }
        CopyManifest manifest = CopyManifest.read(bytes);
        if (!manifest.form().equals(form)) {
            return 0;
        }
        Files.createDirectories(folder);
        CopyDownload download = new CopyDownload(manifest, folder);
        try {
            return download.run(log);
        } finally {
            download.close();
        }
    }

    private long run(CopyLog log) throws IOException {
        close(); // what an earlier process left
        List<Place> places = new ArrayList<>();
        for (int file = 0; file < manifest.files().size(); file++) {
            CopiedFile copied = manifest.files().get(file);
            if (!NAME.matcher(copied.name()).matches()) {
                throw new IOException("a file of the copy has the name " + copied.name());
            }
            channels.add(FileChannel.open(unfinished(copied), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
            for (int part = 0; part < copied.parts(); part++) {
                places.add(new Place(file, part, copied.offsets()[part]));
            }
        }
        places.sort(Comparator.comparingLong(Place::offset));
        log.read(places.stream().mapToLong(Place::offset).toArray(), (number, part) -> write(places.get(number), part));
        return finish();
    }

    private void write(Place place, byte[] part) throws IOException {
        CopiedFile file = manifest.files().get(place.file());
        if (part.length != file.length(place.part()) || Digest64.of(part) != file.digests()[place.part()]) {
            throw new IOException("part " + place.part() + " of " + file.name() + " is not the one that was copied");
        }
        ByteBuffer bytes = ByteBuffer.wrap(part);
        FileChannel channel = channels.get(place.file());
        long from = (long) place.part() * CopyManifest.PART;
        while (bytes.hasRemaining()) {
            channel.write(bytes, from + bytes.position());
        }
    }

    private long finish() throws IOException {
        long bytes = 0;
        for (int file = channels.size() - 1; file >= 0; file--) {
            CopiedFile copied = manifest.files().get(file);
            channels.get(file).close();
            Files.move(
                    unfinished(copied),
                    folder.resolve(copied.name()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            bytes += copied.length();
        }
        return bytes;
    }

    private Path unfinished(CopiedFile file) {
        return folder.resolve(file.name() + UNFINISHED);
    }

    /** Removes what was not finished. */
    private void close() throws IOException {
        for (FileChannel channel : channels) {
            channel.close();
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
            for (Path path : left) {
                Files.deleteIfExists(path);
            }
        }
    }
}
