package io.copydesk.lab.load;

import io.copydesk.ingest.archive.ArchiveItem;
import io.copydesk.ingest.archive.ArchiveReader;
import io.copydesk.ingest.page.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Inputs of archives, held in memory, in the order of the archives. */
public final class StoredInputs implements LoadInputs {

    private final List<Page> pages;
    private final boolean parsed;
    private int next;

    private StoredInputs(List<Page> pages, boolean parsed) {
        this.pages = pages;
        this.parsed = parsed;
    }

    /**
     * The HTML pages of archives.
     *
     * @throws io.copydesk.ingest.archive.MissingInputException when a path is none of a file or folder
     */
    public static StoredInputs pages(List<Path> paths) throws IOException {
        return new StoredInputs(read(paths, page -> page.mediaType().contains("html")), true);
    }

    /** The clean documents of JSON Lines. */
    public static StoredInputs documents(List<Path> paths) throws IOException {
        return new StoredInputs(read(paths, page -> !page.mediaType().contains("html")), false);
    }

    private static List<Page> read(List<Path> paths, Predicate<Page> wanted) throws IOException {
        List<Page> pages = new ArrayList<>();
        try (ArchiveReader archive = ArchiveReader.open(paths)) {
            while (archive.hasNext()) {
                if (archive.next() instanceof ArchiveItem.Input input && wanted.test(input.page())) {
                    pages.add(input.page());
                }
            }
        }
        return pages;
    }

    /** How many there are. */
    public int size() {
        return pages.size();
    }

    @Override
    public @Nullable Page next() {
        return next < pages.size() ? pages.get(next++) : null;
    }

    @Override
    public void restart() {
        next = 0;
    }

    @Override
    public boolean isFinite() {
        return true;
    }

    @Override
    public List<Page> sample() {
        return parsed ? pages : List.of();
    }
}
