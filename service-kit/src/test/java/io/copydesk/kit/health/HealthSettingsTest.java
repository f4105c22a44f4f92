package io.copydesk.kit.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.kit.config.ConfigLoader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthSettingsTest {

    @Test
    void theDefaultsAreThese() {
        assertThat(HealthSettings.defaults()).isEqualTo(HealthSettings.of("127.0.0.1", 8080));
    }

    @Test
    void everyKeyMaps() {
        assertThat(load(Map.of(
                        "health.host", "0.0.0.0",
                        "health.port", "9000",
                        "health.probe-interval", "2s",
                        "health.lag-limit", "3m")))
                .isEqualTo(new HealthSettings("0.0.0.0", 9000, Duration.ofSeconds(2), Duration.ofMinutes(3)));
    }

    @Test
    void refusesAPortThatTcpDoesNotHave() {
        assertThatThrownBy(() -> load(Map.of("health.port", "70000"))).hasMessageContaining("from 0 to 65535");
    }

    @Test
    void aLagCannotBeJudgedBetweenTwoLooks() {
        assertThatThrownBy(() -> load(Map.of("health.lag-limit", "9s"))).hasMessageContaining("lag-limit");
        assertThatThrownBy(() -> load(Map.of("health.probe-interval", "0s"))).hasMessageContaining("probe-interval");
    }

    private static HealthSettings load(Map<String, String> values) {
        return new ConfigLoader()
                .section("health", HealthSettings.defaults())
                .commandLine(values)
                .load()
                .get(HealthSettings.class);
    }
}
