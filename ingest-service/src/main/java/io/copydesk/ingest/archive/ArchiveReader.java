package io.copydesk.ingest.archive;

import io.copydesk.ingest.archive.ArchiveItem.Broken;
import io.copydesk.ingest.archive.ArchiveItem.Input;
import io.copydesk.ingest.archive.ArchiveItem.Skipped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Reads archives item by item, lazily and with bounded memory.
 *
 * <pre>{@code
 * try (ArchiveReader reader = ArchiveReader.open(paths)) {
 *     while (reader.hasNext()) {
 *         ArchiveItem item = reader.next();
 *     }
 * }
 * }</pre>
 *
 * <p>The paths name files ({@code .warc}, {@code .jsonl}, {@code .ndjson}, {@code .html}, {@code .txt} and the like,
 * each also with {@code .gz}) or folders of such files, which are read in the order of their relative paths. Input
 * ids are unique over the reader: the first input has the id that its archive gave it, the next ones that ask for the
 * same get {@code ~2}, {@code ~3} and so on. Not safe for several threads.
 */
public final class ArchiveReader implements Iterator<ArchiveItem>, AutoCloseable {

    private static final int SNIFFED_BYTES = 512;
    private static final String STDIN = "stdin";

    private final Iterator<InputFile> files;
    private final ArchiveLimits limits;
    private final ReadProgress progress;
    private final InputIds ids = new InputIds();
    private final long bytesTotal;
    private long bytesDone;
    private long items;
    private InputFile file;
    private FileBytes bytes;
    private ByteWindow window;
    private ItemSource source;
    private ArchiveItem next;

    private ArchiveReader(List<InputFile> files, ArchiveLimits limits, ReadProgress progress) {
        this.files = files.iterator();
        this.limits = limits;
        this.progress = progress;
        this.bytesTotal = files.stream()
                .filter(each -> each.skipped() == null)
                .mapToLong(InputFile::size)
                .sum();
    }

    /** Opens with {@link ArchiveLimits#DEFAULT} and nobody listening. */
    public static ArchiveReader open(List<Path> paths) throws IOException {
        return open(paths, ArchiveLimits.DEFAULT, ReadProgress.NONE);
    }

    /**
     * Lists the files behind the paths; their content is read as items are asked for.
     *
     * @throws MissingInputException when one of the paths does not exist; nothing was read then
     */
    public static ArchiveReader open(List<Path> paths, ArchiveLimits limits, ReadProgress progress) throws IOException {
        return new ArchiveReader(InputFiles.list(paths), limits, progress);
    }

    /**
     * Reads JSON Lines from a stream, each as soon as it is there. Relative paths in them start at the working folder; the
     * stream is not closed.
     */
    public static ArchiveReader lines(InputStream in) throws IOException {
        ArchiveReader reader = new ArchiveReader(List.of(), ArchiveLimits.DEFAULT, ReadProgress.NONE);
        reader.file = new InputFile(Path.of(STDIN).toAbsolutePath(), STDIN, 0, null, null);
        reader.bytes = new FileBytes(() -> in);
        reader.window = new ByteWindow(reader.bytes);
        reader.source = new JsonlSource(reader.file, reader.window, reader.limits);
        return reader;
    }

    @Override
    public boolean hasNext() {
        while (next == null && (source != null || files.hasNext())) {
            if (source == null) {
                next = openNext();
            } else {
                next = source.next();
                if (next == null) {
                    closeFile();
                }
            }
        }
        return next != null;
    }

    @Override
    public ArchiveItem next() {
        if (!hasNext()) {
            throw new NoSuchElementException("All items were read");
        }
        ArchiveItem item = unique(next);
        next = null;
        items++;
        long current = file == null || bytes == null ? 0 : Math.min(bytes.stored(), file.size());
        progress.advanced(bytesDone + current, bytesTotal, items);
        return item;
    }

    @Override
    public void close() {
        closeFile();
    }

    /** Opens the next file; an item when that is all there is to say of it, else {@code null}. */
    private ArchiveItem openNext() {
        file = files.next();
        if (file.skipped() != null) {
            return new Skipped(file.skipped());
        }
        if (file.problem() != null) {
            return broken(BrokenReason.UNREADABLE, "The file cannot be read: " + file.problem());
        }
        try {
            bytes = new FileBytes(file.path());
            window = new ByteWindow(bytes);
            return start();
        } catch (IOException unreadable) {
            closeFile();
            return broken(
                    BrokenReason.UNREADABLE,
                    "The file cannot be read: " + unreadable.getClass().getSimpleName());
        }
    }

    private ArchiveItem start() {
        window.require(SNIFFED_BYTES);
        if (window.isEmpty() && window.problem() == null) {
            closeFile();
            return broken(BrokenReason.EMPTY, "The file has no bytes");
        }
        FileKind kind = FileKind.of(file.name(), window.peek(SNIFFED_BYTES));
        source = switch (kind) {
            case WARC -> new WarcSource(file, window, limits);
            case JSONL -> new JsonlSource(file, window, limits);
            case HTML, XHTML, TEXT -> new DocumentSource(file, kind, window, limits);
            case UNKNOWN -> null;
        };
        if (source == null) {
            closeFile();
            return broken(BrokenReason.UNKNOWN_KIND, "The file is no WARC, JSON Lines, HTML or text");
        }
        return null;
    }

    private Broken broken(String reason, String detail) {
        return new Broken(file.id(), reason, detail, new byte[0], file.size());
    }

    private ArchiveItem unique(ArchiveItem item) {
        if (item instanceof Input input) {
            return new Input(input.page().withInputId(ids.claim(input.page().inputId())));
        }
        if (item instanceof Broken broken) {
            return new Broken(
                    ids.claim(broken.inputId()), broken.reason(), broken.detail(), broken.bytes(), broken.length());
        }
        return item;
    }

    private void closeFile() {
        if (window != null) {
            try {
                window.close();
            } catch (IOException ignored) {
                // The bytes were read; a failure to close changes nothing about them.
            }
            bytesDone += file.size();
        }
        window = null;
        bytes = null;
        source = null;
    }
}
