package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    @Test
    void aFullDiskBehindStandardOutputIsAFailure() {
        assertThat(run("No space left on device")).isEqualTo(1);
        assertThat(messages.toString(StandardCharsets.UTF_8)).contains("no space left on its disk");
    }

    @Test
    void aReaderOfStandardOutputThatEndsEarlyIsNoFailure() {
        assertThat(run("Broken pipe")).isZero();
        assertThat(messages.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aStandardOutputThatIsClosedIsAFailure() {
        assertThat(run("Bad file descriptor")).isEqualTo(1);
        assertThat(messages.toString(StandardCharsets.UTF_8)).contains("Bad file descriptor");
    }

    private int run(String failure) {
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(failure);
            }
        };
        return Commands.run(new Console(failing, messages, false), "inspect", "url", "https://www.pier.example/a");
    }
}
