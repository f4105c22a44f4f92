package io.copydesk.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ConsoleSettingsTest {

    private static final String TOKEN = "0123456789abcdef";

    @Test
    void anAddressOfTheNetworkNeedsAToken() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConsoleSettings("0.0.0.0:8090", "", false, 50))
                .withMessageContaining("token");
        assertThat(new ConsoleSettings("0.0.0.0:8090", TOKEN, false, 50).isLoopback())
                .isFalse();
        assertThat(new ConsoleSettings("[::1]:8090", "", false, 50).isLoopback())
                .isTrue();
    }

    @Test
    void anAddressHasAHostAndAPort() {
        for (String bind :
                new String[] {"8090", ":8090", "localhost", "localhost:", "localhost:99999", "localhost:-1"}) {
            assertThatIllegalArgumentException().as(bind).isThrownBy(() -> new ConsoleSettings(bind, TOKEN, false, 50));
        }
        assertThat(ConsoleSettings.defaults().port()).isEqualTo(8090);
    }

    @Test
    void aTokenIsNotShort() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ConsoleSettings("localhost:1", "short", false, 50));
    }
}
