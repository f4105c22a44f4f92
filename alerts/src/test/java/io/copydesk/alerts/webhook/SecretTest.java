package io.copydesk.alerts.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.kit.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

    private static final String TEXT = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** HMAC-SHA-256 by another implementation: {@code openssl dgst -sha256 -mac HMAC}. */
    @Test
    void signsIdTimeAndBody() {
        assertThat(Secret.of(TEXT).signature("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void isNotShown() {
        assertThat(Secret.of(TEXT)).hasToString("whsec_…");
        assertThatThrownBy(() -> Secret.of("whsec_c2hvcnQ="))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("c2hvcnQ");
        assertThatThrownBy(() -> Secret.of("hunter2hunter2hunter2hunter2hunter2"))
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void isReadFromAVariableOrAFile(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("desk.secret"), TEXT + "\n");
        String signed = Secret.of(TEXT).signature("a", 1, "b");

        assertThat(webhook("DESK", null).secret(Map.of("DESK", TEXT), folder).signature("a", 1, "b"))
                .isEqualTo(signed);
        assertThat(webhook(null, "desk.secret").secret(Map.of(), folder).signature("a", 1, "b"))
                .isEqualTo(signed);
        assertThatThrownBy(() -> webhook("DESK", null).secret(Map.of(), folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("webhook desk: the variable DESK has no secret");
        assertThatThrownBy(() -> webhook(null, "none").secret(Map.of(), folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("cannot read its secret in the file none");
    }

    private static Webhook webhook(String env, String file) {
        return new Webhook("desk", "https://desk.example/", env, file, List.of());
    }
}
