package io.copydesk.ingest.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkedBodyTest {

    @Test
    void joinsTheDataOfAllChunks() {
        assertThat(decoded("5\r\nhello\r\n1\r\n,\r\nA;name=value\r\n1234567890\r\n0\r\n\r\n"))
                .isEqualTo("hello,1234567890");
    }

    @Test
    void sizesAreHexadecimalInEitherCase() {
        assertThat(decoded("a\r\n1234567890\r\n0\r\n\r\n")).isEqualTo("1234567890");
        assertThat(decoded("10\r\n1234567890123456\r\n0\r\n\r\n")).isEqualTo("1234567890123456");
    }

    @Test
    void bareLineFeedsAndFieldsBehindTheLastChunkAreRead() {
        assertThat(decoded("5\nhello\n3 \nabc\n0\nTrailer: x\n\n")).isEqualTo("hello" + "abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>\n5\nhello",
                "hello",
                "",
                "00000005\r\nhello\r\n0\r\n",
                "5x\r\nhello\r\n0\r\n",
                "\r\nhello"
            })
    void aBodyThatDoesNotStartWithAChunkIsTakenAsItIs(String body) {
        assertThat(decoded(body)).isEqualTo(body);
    }

    @Test
    void aSizeMayHaveSevenDigits() {
        assertThat(decoded("0000005\r\nhello\r\n0\r\n\r\n")).isEqualTo("hello");
    }

    @ParameterizedTest
    @CsvSource({
        "'5\r\nhell', the last chunk is cut short",
        "'5\r\nhello', a chunk has no size",
        "'5\r\nhello\r\n', a chunk has no size",
        "'5\r\nhello\r\nxyz\r\n', a chunk has no size"
    })
    void aBodyThatBreaksOffIsRefused(String body, String how) {
        assertThat(ChunkedBody.decode(body.getBytes(ISO_8859_1)))
                .isEqualTo(new ContentDecoding.Refused(
                        UndecodableReason.CONTENT_ENCODING, "The chunked body is damaged: " + how));
    }

    private static String decoded(String body) {
        return ChunkedBody.decode(body.getBytes(ISO_8859_1))
                .fold(data -> new String(data, ISO_8859_1), refused -> "refused: " + refused.detail());
    }
}
