package io.copydesk.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubSignatureTest {

    /** RFC 4231, test case 2. */
    private static final byte[] BODY = "what do ya want for nothing?".getBytes(UTF_8);

    private static final String SHA256 = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    @Test
    void holdsForTheVectorOfTheStandard() {
        assertThat(HubSignature.holds("sha256=" + SHA256, "Jefe", BODY)).isTrue();
        assertThat(HubSignature.holds("SHA256= " + SHA256.toUpperCase(Locale.ROOT), "Jefe", BODY))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "sha384", "sha512"})
    void holdsForWhatItSigned(String method) {
        String field = HubSignature.of(method, "Jefe", BODY);

        assertThat(HubSignature.holds(field, "Jefe", BODY)).isTrue();
        assertThat(HubSignature.holds(field, "jefe", BODY)).isFalse();
        assertThat(HubSignature.holds(field, "Jefe", "another".getBytes(UTF_8))).isFalse();
        assertThat(HubSignature.holds(field.substring(0, field.length() - 2), "Jefe", BODY))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79", // right, but of a method that is broken
        "md5=750c783e6ab0b503eaa86e310a5db738",
        "sha256",
        "sha256=",
        "sha256=zz",
        "=" + SHA256,
        SHA256
    })
    void nothingElseHolds(String field) {
        assertThat(HubSignature.holds(field, "Jefe", BODY)).isFalse();
    }

    @Test
    void noFieldDoesNotHold() {
        assertThat(HubSignature.holds(null, "Jefe", BODY)).isFalse();
        assertThatThrownBy(() -> HubSignature.of("sha1", "Jefe", BODY)).isInstanceOf(IllegalArgumentException.class);
    }
}
