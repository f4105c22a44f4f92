package io.copydesk.standalone.issues;

import io.copydesk.standalone.pipeline.DataFolder;
import io.copydesk.standalone.pipeline.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Uses data folders in a JVM of its own. */
final class FolderHolder {

    static final int FREE = 0;
    static final int FAILED = 1;
    static final int HELD = 2;

    private FolderHolder() {}

    /** {@code open FOLDER} exits with {@link #FREE} or {@link #HELD}; {@code churn TIMES} makes and removes temporary folders. */
    public static void main(String[] arguments) {
        if (arguments[0].equals("open")) {
            try {
                DataFolder.open(Path.of(arguments[1])).close();
                System.exit(FREE);
            } catch (UsageException e) {
                System.exit(HELD);
            }
        }
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            try {
                DataFolder.temporary().close();
            } catch (RuntimeException e) {
                e.printStackTrace();
                System.exit(FAILED);
            }
        }
    }

    /** Starts this class with temporary folders under {@code temporary}. */
    static Process start(Path temporary, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                FolderHolder.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temporary
                        .resolve("holder-" + System.nanoTime() + ".log")
                        .toFile())
                .start();
    }
}
