package io.copydesk.lab.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small file system in memory (tmpfs), mounted on a folder; needs the right to mount. */
final class CappedDisk implements AutoCloseable {

    private final Path folder;

    private CappedDisk(Path folder) {
        this.folder = folder;
    }

    /**
     * Mounts one of so many MiB.
     *
     * @throws IOException when this user may not mount
     */
    static CappedDisk mount(Path folder, int mebibytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString());
        return new CappedDisk(folder);
    }

    /** Makes room. */
    void resize(int mebibytes) throws IOException, InterruptedException {
        run("mount", "-o", "remount,size=" + mebibytes + "m", folder.toString());
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", folder.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", List.of(command)) + " ended with " + code);
        }
    }
}
