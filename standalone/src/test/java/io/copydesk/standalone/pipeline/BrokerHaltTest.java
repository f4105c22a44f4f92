package io.copydesk.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BrokerHaltTest {

    private static final Path FOLDER = Path.of("/srv/desk/broker");

    @Test
    void namesTheFullDisk() {
        assertThat(BrokerHalt.sentence(FOLDER, (1 << 20) - 1))
                .startsWith("no space left on the disk of " + FOLDER + "; ");
    }

    @Test
    void blamesNoFullDiskWhileThereIsSpace() {
        assertThat(BrokerHalt.sentence(FOLDER, 1 << 20)).doesNotContain("space").contains(FOLDER.toString());
    }
}
