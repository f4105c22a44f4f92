package io.copydesk.standalone.sample;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads a capture as a browser would: UTF-8 if the bytes are, else windows-1252. */
final class SamplePage {

    private SamplePage() {}

    static String html(SampleCapture capture) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(capture.body()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(capture.body(), Charset.forName("windows-1252"));
        }
    }

    static Document document(SampleCapture capture) {
        return Jsoup.parse(html(capture), capture.url());
    }

    static SampleCapture only(String urlPart) {
        return SampleSites.load().stream()
                .filter(capture -> capture.url().contains(urlPart))
                .reduce((one, other) -> {
                    throw new AssertionError("more than one capture of " + urlPart);
                })
                .orElseThrow();
    }
}
