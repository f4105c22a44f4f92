package io.copydesk.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GzipTest {

    private static final byte[] PLAIN = "The ferry sails again. ".repeat(200).getBytes(UTF_8);

    @Test
    void aBodyComesBackSmallerInBetween() {
        byte[] packed = Gzip.pack(PLAIN);

        assertThat(packed.length).isLessThan(PLAIN.length / 10);
        assertThat(Gzip.unpack(packed, PLAIN.length)).isEqualTo(PLAIN);
    }

    @Test
    void noMoreThanTheLimitIsUnpacked() {
        assertThat(new String(Gzip.unpack(Gzip.pack(PLAIN), 9), UTF_8)).isEqualTo("The ferry");
    }

    @Test
    void whatIsNotPackedGivesNothing() {
        assertThat(Gzip.unpack(PLAIN, PLAIN.length)).isEmpty();
        assertThat(Gzip.unpack(null, 1)).isEmpty();
    }
}
