package io.copydesk.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.page.ContentDecoding.Decoded;
import io.copydesk.ingest.page.ContentDecoding.Refused;
import io.copydesk.ingest.page.ContentDecoding.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ContentDecodingTest {

    private static final byte[] TEXT = "User-agent: *\nDisallow: /night".getBytes(UTF_8);

    @Test
    void theLimitIsTheLargestBodyThatIsWhole() throws IOException {
        assertThat(bytes(ContentDecoding.whole(coding("gzip"), gzip(TEXT), TEXT.length)))
                .isEqualTo(TEXT);
        assertThat(bytes(ContentDecoding.whole(List.of(), TEXT, TEXT.length))).isEqualTo(TEXT);
        assertThat(ContentDecoding.whole(coding("gzip"), gzip(TEXT), TEXT.length - 1))
                .isEqualTo(new Refused(
                        UndecodableReason.TOO_LARGE,
                        "The decoded body is larger than " + (TEXT.length - 1) + " bytes"));
        assertThat(ContentDecoding.whole(List.of(), TEXT, TEXT.length - 1)).isInstanceOf(Refused.class);
    }

    @Test
    void theStartIsCutAtTheLimitAndEndsWhereTheDataDo() throws IOException {
        byte[] cut = Arrays.copyOf(gzip(TEXT), gzip(TEXT).length - 8);

        assertThat(bytes(ContentDecoding.start(coding("gzip"), gzip(TEXT), 10))).isEqualTo(Arrays.copyOf(TEXT, 10));
        assertThat(bytes(ContentDecoding.start(List.of(), TEXT, 10))).isEqualTo(Arrays.copyOf(TEXT, 10));
        assertThat(bytes(ContentDecoding.start(coding("gzip"), cut, 1000))).isNotNull();
        assertThat(ContentDecoding.whole(coding("gzip"), cut, 1000)).isInstanceOf(Refused.class);
    }

    @Test
    void fourCodingsAreUndoneFromTheLastToTheFirst() throws IOException {
        byte[] four = gzip(gzip(gzip(gzip(TEXT))));

        assertThat(bytes(ContentDecoding.whole(coding("gzip, gzip", "gzip, gzip"), four, 1000)))
                .isEqualTo(TEXT);
        assertThat(ContentDecoding.whole(coding("gzip, gzip", "gzip", "gzip, gzip"), gzip(four), 1000))
                .isEqualTo(new Refused(UndecodableReason.CONTENT_ENCODING, "5 content codings on one body"));
    }

    @Test
    void anUnknownCodingIsNamedInPrintableCharacters() {
        assertThat(ContentDecoding.whole(coding("sne\u0007ak\u00e9"), TEXT, 1000))
                .isEqualTo(new Refused(
                        UndecodableReason.CONTENT_ENCODING, "The content coding \"sne?ak?\" is not supported"));
        assertThat(ContentDecoding.start(coding("sneak"), TEXT, 1000)).isInstanceOf(Refused.class);
    }

    @Test
    void aDocumentIsTakenAsItIsUnderAnyCoding() {
        byte[] document = "\n <!doctype html>".getBytes(UTF_8);

        assertThat(bytes(ContentDecoding.whole(coding("sneak"), document, 1000)))
                .isSameAs(document);
        assertThat(bytes(ContentDecoding.whole(coding("identity"), TEXT, 1000))).isSameAs(TEXT);
        assertThat(ContentDecoding.whole(coding("sneak"), "<3 robots".getBytes(UTF_8), 1000))
                .isInstanceOf(Refused.class);
        assertThat(ContentDecoding.whole(coding("sneak"), new byte[0], 1000)).isInstanceOf(Decoded.class);
    }

    private static List<Header> coding(String... values) {
        return Arrays.stream(values)
                .map(value -> new Header("content-encoding", value))
                .toList();
    }

    private static byte[] bytes(Result result) {
        return result.fold(data -> data, refused -> refused.detail().getBytes(UTF_8));
    }

    private static byte[] gzip(byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(data);
        }
        return out.toByteArray();
    }
}
