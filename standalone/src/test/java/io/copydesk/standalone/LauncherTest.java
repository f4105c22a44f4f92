package io.copydesk.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code copydesk}, in a tree whose build makes empty files and whose Java prints its arguments. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LauncherTest {

    private static final String BUILD = """
            #!/bin/sh
            mkdir -p standalone/target/lib
            cd standalone/target
            touch copydesk-standalone-1.jar copydesk-standalone-1-sources.jar lib/a.jar lib/b-tests.jar
            """;
    private static final String JAVA = "#!/bin/sh\nprintf '%s\\n' \"$@\"\n";

    @TempDir
    private Path folder;

    @Test
    void theNamesOfFoldersMayHoldAnyCharacterButAColon() throws Exception {
        Path tree = tree("R&D |\\1 sources -tests x");

        assertThat(run(tree, "tail", "articles")).containsSubsequence("-cp", classPath(tree), "tail", "articles");
    }

    @Test
    void aTreeThatWasMovedIsBuiltAgain() throws Exception {
        Path tree = tree("before");
        run(tree, "tail", "articles");
        Path moved = Files.move(tree, tree.resolveSibling("after"));

        assertThat(run(moved, "tail", "articles")).contains(classPath(moved));
    }

    @Test
    void linksToTheScriptAndToItsFolderAreFollowed() throws Exception {
        Path tree = tree("real");
        Path linked = Files.createSymbolicLink(folder.resolve("linked"), tree);
        run(tree, "tail", "articles");

        assertThat(run(linked, "tail", "articles")).contains(classPath(tree)).noneMatch(line -> line.contains("build"));
        assertThat(Files.createSymbolicLink(folder.resolve("copydesk"), tree.resolve("copydesk")))
                .isSymbolicLink();
        assertThat(run(folder, "tail", "articles")).contains(classPath(tree));
    }

    @Test
    void aProcessWithoutMemoryEndsAndSaysWhatToDo() throws Exception {
        List<String> given = run(tree("tree"), "tail", "articles");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(given.subList(given.indexOf("-XX:+UseSerialGC"), given.indexOf("-cp")));
        command.addAll(List.of("-Xmx16m", "-cp", System.getProperty("java.class.path"), WithoutMemory.class.getName()));
        Path errors = folder.resolve("errors");

        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();

        assertThat(process.getInputStream().readAllBytes()).isEmpty();
        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(errors).content().contains("COPYDESK_JAVA_OPTIONS=-Xmx");
    }

    /** One of its threads finds no memory, the other one waits. */
    static final class WithoutMemory {
        public static void main(String... arguments) {
            new Thread(() -> {
                        List<long[]> held = new ArrayList<>();
                        while (true) {
                            held.add(new long[1 << 16]);
                        }
                    })
                    .start();
            while (true) {
                LockSupport.park();
            }
        }
    }

    private Path tree(String name) throws IOException {
        Path tree = Files.createDirectories(folder.toRealPath().resolve(name));
        Files.createDirectories(tree.resolve("standalone/src/main"));
        Files.writeString(tree.resolve("pom.xml"), "");
        Files.writeString(tree.resolve("standalone/pom.xml"), "");
        script(tree.resolve("copydesk"), Files.readString(Path.of("..", "copydesk")));
        script(tree.resolve("mvnw"), BUILD);
        Files.createDirectories(folder.resolve("java/bin"));
        script(folder.resolve("java/bin/java"), JAVA);
        return tree;
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static String classPath(Path tree) {
        Path target = tree.resolve("standalone/target");
        return target.resolve("copydesk-standalone-1.jar") + ":" + target.resolve("lib/a.jar");
    }

    /** The lines of both outputs. */
    private List<String> run(Path tree, String... arguments) throws Exception {
        ProcessBuilder command = new ProcessBuilder(tree.resolve("copydesk").toString());
        command.command().addAll(List.of(arguments));
        command.environment().put("JAVA_HOME", folder.resolve("java").toString());
        Process process = command.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
