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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    private @Nullable OpenFile open;
    private @Nullable ArchiveItem next;

    private record OpenFile(InputFile file, FileBytes bytes, ByteWindow window, ItemSource source) {}

    private ArchiveReader(List<InputFile> files, ArchiveLimits limits, ReadProgress progress) {
        this.files = files.iterator();
        this.limits = limits;
        this.progress = progress;
        this.bytesTotal = files.stream()
                .filter(each -> each.skipped() == null)
                .mapToLong(InputFile::size)
                .sum();
    }

    /** Opens with {@link ArchiveLimits#DEFAULT} and without progress reports. */
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
        InputFile file = new InputFile(Path.of(STDIN).toAbsolutePath(), STDIN, 0, null, null);
        FileBytes bytes = new FileBytes(() -> in);
        ByteWindow window = new ByteWindow(bytes);
        reader.open = new OpenFile(file, bytes, window, new JsonlSource(file, window, reader.limits));
        return reader;
    }

    @Override
    public boolean hasNext() {
        while (next == null && (open != null || files.hasNext())) {
            if (open == null) {
                next = openNext(files.next());
            } else {
                next = open.source().next();
                if (next == null) {
                    close();
                }
            }
        }
        return next != null;
    }

    @Override
    public ArchiveItem next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("All items were read");
        }
        ArchiveItem item = unique(next);
        next = null;
        items++;
        long current =
                open == null ? 0 : Math.min(open.bytes().stored(), open.file().size());
        progress.advanced(bytesDone + current, bytesTotal, items);
        return item;
    }

    @Override
    public void close() {
        if (open != null) {
            finish(open.file(), open.window());
            open = null;
        }
    }

    /** Opens the file; an item when it cannot be read further, else {@code null}. */
    private @Nullable ArchiveItem openNext(InputFile file) {
        if (file.skipped() != null) {
            return new Skipped(file.id(), file.skipped());
        }
        if (file.problem() != null) {
            return broken(file, BrokenReason.UNREADABLE, "The file cannot be read: " + file.problem());
        }
        FileBytes bytes = new FileBytes(file.path());
        try {
            return start(file, bytes, new ByteWindow(bytes));
        } catch (IOException e) {
            return broken(
                    file,
                    BrokenReason.UNREADABLE,
                    "The file cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /** Chooses the source of the opened file; an item when it has none. */
    private @Nullable ArchiveItem start(InputFile file, FileBytes bytes, ByteWindow window) {
        window.require(SNIFFED_BYTES);
        if (window.isEmpty() && window.problem() == null) {
            finish(file, window);
            return broken(file, BrokenReason.EMPTY, "The file has no bytes");
        }
        FileKind kind = FileKind.of(file.name(), window.peek(SNIFFED_BYTES));
        ItemSource source = switch (kind) {
            case WARC -> new WarcSource(file, window, limits);
            case JSONL -> new JsonlSource(file, window, limits);
            case HTML, XHTML, TEXT ->
                new DocumentSource(file, Objects.requireNonNull(kind.mediaType()), window, limits);
            case OTHER_ARCHIVE, INDEX, PACKED, TABLE, JSON_ARRAY, MESSAGE, URLS, UNKNOWN -> null;
        };
        if (source == null) {
            finish(file, window);
            return broken(file, BrokenReason.UNKNOWN_KIND, refusal(kind));
        }
        open = new OpenFile(file, bytes, window, source);
        return null;
    }

    private static String refusal(FileKind kind) {
        String read = "The file is no WARC, JSON Lines, HTML or text";
        return switch (kind) {
            case OTHER_ARCHIVE -> read + "; convert an ARC file to WARC";
            case INDEX -> read + "; it is an index: name the WARC files that it lists";
            case PACKED -> read + "; unpack it and name the folder";
            case TABLE -> read + "; make a line of JSON with the members url and text or html of each row";
            case JSON_ARRAY -> read + "; write each object of the array on a line of its own (jq -c '.[]')";
            case MESSAGE -> read + "; save the page as HTML only";
            case URLS -> read + "; it lists addresses: fetch them into WARC files";
            default -> read;
        };
    }

    private static Broken broken(InputFile file, BrokenReason reason, String detail) {
        return new Broken(file.id(), reason, detail, new byte[0], file.size());
    }

    private ArchiveItem unique(ArchiveItem item) {
        return item.fold(
                input -> new Input(
                        input.page().withInputId(ids.claim(input.page().inputId()))),
                broken -> new Broken(
                        ids.claim(broken.inputId()), broken.reason(), broken.detail(), broken.bytes(), broken.length()),
                skipped -> skipped);
    }

    private void finish(InputFile file, ByteWindow window) {
        try {
            window.close();
        } catch (IOException ignored) {
            // The bytes were read; a failure to close changes nothing about them.
        }
        bytesDone += file.size();
    }
}
