package io.copydesk.kit.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.kit.config.ConfigLoader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthSettingsTest {

    @Test
    void theDefaultsAreThese() {
        assertThat(HealthSettings.defaults()).isEqualTo(new HealthSettings("127.0.0.1", 8080));
    }

    @Test
    void everyKeyMaps() {
        assertThat(load(Map.of("health.host", "0.0.0.0", "health.port", "9000")))
                .isEqualTo(new HealthSettings("0.0.0.0", 9000));
    }

    @Test
    void refusesAPortThatTcpDoesNotHave() {
        assertThatThrownBy(() -> load(Map.of("health.port", "70000"))).hasMessageContaining("from 0 to 65535");
    }

    private static HealthSettings load(Map<String, String> values) {
        return new ConfigLoader()
                .section("health", HealthSettings.defaults())
                .commandLine(values)
                .load()
                .get(HealthSettings.class);
    }
}
