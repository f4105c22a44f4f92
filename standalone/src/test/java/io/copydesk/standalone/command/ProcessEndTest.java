package io.copydesk.standalone.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ProcessEndTest {

    /** Kafka, of which Ctrl-C interrupts the start, fails with an error at its first shutdown hook. */
    @ParameterizedTest
    @ValueSource(strings = {"error", "exception"})
    void aCommandThatFailsAsTheProcessEndsSaysNothing(String failure) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndingProcess.class.getName(),
                        failure)
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEqualTo("1\n");
        assertThat(process.waitFor()).isEqualTo(130);
    }

    @Test
    void anErrorAtAnyOtherTimeIsAFault() {
        assertThatThrownBy(() -> EndingProcess.run(true)).isInstanceOf(ExceptionInInitializerError.class);
    }
}
