package io.copydesk.extraction.charset;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.resource.ResourceLines;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each text of {@code texts.tsv}, about 300 bytes long, in each of its charsets: read without a declaration, and despite a wrong one. */
class CharsetDetectionTest {

    /** One text in one charset. */
    record Sample(String language, Charset charset, String text) {

        byte[] bytes() {
            return text.getBytes(charset);
        }

        /** A whole page, with a program and words in ASCII beside the text. */
        String page() {
            return "<!DOCTYPE html><html><head><title>Lindhaven</title><script>var a = \"<p>\";</script></head><body>"
                    + "<nav><a href=/>Home</a> <a href=/news>News</a></nav><main><h1>Lindhaven</h1>"
                    + ("<p class=\"text\">" + text + "</p>\n").repeat(12)
                    + "</main><footer>Lindhaven Herald</footer></body></html>";
        }
    }

    static Stream<Sample> samples() {
        List<String> lines = ResourceLines.of(CharsetDetectionTest.class, "texts.tsv");
        return lines.stream()
                .map(line -> line.split("\t"))
                .flatMap(row -> Stream.of(row[1].split(" "))
                        .map(charset -> new Sample(row[0], Charset.forName(charset), row[2])));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsAShortTextThatDeclaresNothing(Sample sample) {
        assertThat(TextDecoder.decode(sample.bytes(), null)).isEqualTo(sample.text);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsAPageThatDeclaresNothing(Sample sample) {
        assertThat(TextDecoder.decode(sample.page().getBytes(sample.charset), null))
                .isEqualTo(sample.page());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsATextThatWronglyDeclaresUtf8(Sample sample) {
        assertThat(TextDecoder.decode(sample.bytes(), "utf-8")).isEqualTo(sample.text);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void believesARightDeclaration(Sample sample) {
        assertThat(TextDecoder.decode(sample.bytes(), sample.charset.name())).isEqualTo(sample.text);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsAPageThatWronglyDeclaresAnotherCharset(Sample sample) {
        for (String wrong : List.of("iso-8859-1", "windows-1251", "gbk", "shift_jis", "no-such-charset")) {
            assertThat(TextDecoder.decode(sample.page().getBytes(sample.charset), wrong))
                    .as("declared as %s", wrong)
                    .isEqualTo(sample.page());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsUtf8WhateverIsDeclared(Sample sample) {
        byte[] bytes = sample.text.getBytes(StandardCharsets.UTF_8);
        assertThat(TextDecoder.decode(bytes, sample.charset.name())).isEqualTo(sample.text);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsUtf16WithoutAMarkWhenItsMarkupTells(Sample sample) {
        assertThat(TextDecoder.decode(sample.page().getBytes(StandardCharsets.UTF_16LE), null))
                .isEqualTo(sample.page());
    }
}
