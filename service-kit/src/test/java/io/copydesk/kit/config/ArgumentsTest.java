package io.copydesk.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void readsFileAndValuesInBothForms() {
        Arguments arguments =
                Arguments.parse("fetch", "clean", "--config", "desk.yaml", "--health.port=1", "--kafka.acks", "all");

        assertThat(arguments.words()).containsExactly("fetch", "clean");
        assertThat(arguments.file()).contains(Path.of("desk.yaml"));
        assertThat(arguments.values()).isEqualTo(Map.of("health.port", "1", "kafka.acks", "all"));
    }

    @Test
    void keepsEqualsSignsOfTheValue() {
        assertThat(Arguments.parse("--kafka.sasl.jaas.config=a=b").values())
                .isEqualTo(Map.of("kafka.sasl.jaas.config", "a=b"));
    }

    @Test
    void refusesAWordAfterAnOptionAndAKeyWithoutValue() {
        assertThatThrownBy(() -> Arguments.parse("--a.b=c", "start")).hasMessageContaining("unexpected argument start");
        assertThatThrownBy(() -> Arguments.parse("-c")).hasMessageContaining("unexpected argument -c");
        assertThatThrownBy(() -> Arguments.parse("--health.port")).hasMessageContaining("--health.port needs a value");
    }
}
