package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.standalone.Copydesk;
import io.copydesk.standalone.command.NewcomerMistakes.Mistake;
import io.copydesk.standalone.pipeline.TestKafka;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each mistake of a newcomer, made in a process of its own, is answered with what would be right and with the exit code that README
 * promises, within ten seconds on a machine that does nothing else. The times are written to {@code target/newcomer-mistakes.tsv}.
 */
class NewcomerMistakesIT {

    @RegisterExtension
    static final TestKafka KAFKA = new TestKafka();

    /** Three times what is promised, as tests run on machines that build meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Path TABLE = Path.of("target", "newcomer-mistakes.tsv");

    @TempDir
    static Path folder;

    private static ServerSocket silent;

    @BeforeAll
    static void write() throws IOException {
        NewcomerMistakes.write(folder);
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Files.createDirectories(TABLE.toAbsolutePath().getParent());
        Files.writeString(TABLE, "mistake\tcommand\texit code\tms\n");
    }

    @AfterAll
    static void close() throws IOException {
        silent.close();
    }

    static List<Mistake> mistakes() throws IOException {
        return new NewcomerMistakes(KAFKA.bootstrapServers(), silent.getLocalPort()).all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void isAnsweredWithWhatWouldBeRight(Mistake mistake) throws Exception {
        Path answer = folder.resolve("answer.txt");
        long begun = System.nanoTime();
        Process process = start(mistake, answer);
        boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        process.destroyForcibly().waitFor();

        String err = Files.readString(answer);
        assertThat(ended).as("ended within " + PATIENCE + ": " + err).isTrue();
        Files.writeString(
                TABLE,
                String.join(
                                "\t",
                                mistake.slip(),
                                "copydesk " + String.join(" ", mistake.arguments()),
                                Integer.toString(process.exitValue()),
                                Long.toString(millis))
                        + "\n",
                StandardOpenOption.APPEND);
        assertThat(process.exitValue()).as(err).isEqualTo(mistake.exitCode());
        assertThat(err).contains(mistake.says()).doesNotContain("Exception", "\tat ");
    }

    private static Process start(Mistake mistake, Path answer) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Copydesk.class.getName()));
        command.addAll(mistake.arguments());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(answer.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("COPYDESK_"));
        builder.environment().put("XDG_DATA_HOME", folder.resolve("home").toString());
        builder.environment().putAll(mistake.variables());
        return builder.start();
    }
}
