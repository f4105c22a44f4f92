package io.copydesk.ingest.archive;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files behind the paths that were named, in the order in which they are read. */
final class InputFiles {

    private final List<InputFile> files = new ArrayList<>();
    private final InputIds ids = new InputIds();
    private final Set<Path> seen = new HashSet<>();

    private InputFiles() {}

    /**
     * Lists all files: paths in the order given, a folder's files sorted by relative path. A file reached twice is read
     * once; files of two folders with one relative path get ids {@code x} and {@code x~2}.
     *
     * @throws MissingInputException when one of the paths does not exist
     */
    static List<InputFile> list(List<Path> paths) throws IOException {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new MissingInputException(path);
            }
        }
        InputFiles listing = new InputFiles();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                listing.addFolder(path);
            } else {
                Path name = path.getFileName();
                listing.add(new Found(path, String.valueOf(name), size(path), null, null));
            }
        }
        return List.copyOf(listing.files);
    }

    private void addFolder(Path root) throws IOException {
        List<Found> found = new ArrayList<>();
        Files.walkFileTree(
                root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Collector(root, found));
        found.sort(Comparator.comparing(Found::relative));
        found.forEach(this::add);
    }

    private void add(Found file) {
        if (seen.add(real(file.path()))) {
            String id = file.skipped() == null ? ids.claim(file.relative()) : file.relative();
            files.add(new InputFile(file.path(), id, file.size(), file.problem(), file.skipped()));
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0;
        }
    }

    private record Found(
            Path path,
            String relative,
            long size,
            @Nullable String problem,
            @Nullable String skipped) {}

    private static final class Collector extends SimpleFileVisitor<Path> {

        private final Path root;
        private final List<Found> found;

        Collector(Path root, List<Found> found) {
            this.root = root;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && hidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!hidden(file)) {
                boolean known = FileKind.ofName(file.getFileName().toString()).isRead();
                boolean readable = attributes.isRegularFile() || attributes.isSymbolicLink();
                // Links are followed, so one that is seen here leads nowhere.
                String problem = attributes.isSymbolicLink() ? "the link leads nowhere" : null;
                String skipped = known && readable ? null : "other kind of file";
                found.add(new Found(file, relative(file), attributes.size(), problem, skipped));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            if (!hidden(file)) {
                found.add(new Found(
                        file,
                        relative(file),
                        0,
                        String.valueOf(problem.getClass().getSimpleName()),
                        null));
            }
            return FileVisitResult.CONTINUE;
        }

        private String relative(Path file) {
            Path relative = file.equals(root) ? root.toAbsolutePath().getFileName() : root.relativize(file);
            return String.valueOf(relative).replace(File.separatorChar, '/');
        }

        private static boolean hidden(Path path) {
            return path.getFileName().toString().startsWith(".");
        }
    }
}
