package io.copydesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

/** The examples are those of FIPS 180-4, appendix B of its earlier edition, and of RFC 4634. */
class Sha256Test {

    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void hashesTheExampleOfTheStandard() {
        assertThat(Sha256.hex("abc")).isEqualTo(OF_ABC);
        assertThat(Sha256.hex("abc".getBytes(StandardCharsets.US_ASCII))).isEqualTo(OF_ABC);
        assertThat(Sha256.of(new byte[] {'a', 'b', 'c'})).hasSize(32).startsWith(0xba, 0x78);
    }

    @Test
    void textIsHashedAsUtf8() {
        assertThat(Sha256.hex("é")).isEqualTo(Sha256.hex(new byte[] {(byte) 0xc3, (byte) 0xa9}));
    }

    @Test
    void partsGiveTheDigestOfTheWhole() {
        MessageDigest digest = Sha256.incremental();
        digest.update((byte) 'a');
        assertThat(digest.digest(new byte[] {'b', 'c'})).isEqualTo(Sha256.of(new byte[] {'a', 'b', 'c'}));
    }
}
