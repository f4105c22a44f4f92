package io.copydesk.ingest.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlTest {

    private static final XmlVocabulary VOCABULARY = new XmlVocabulary(
            List.of(new Namespace("atom", List.of("atom", "a"), List.of("www.w3.org/2005/atom"))),
            Map.of("feed", "atom", "rss", ""),
            Nesting.AS_WRITTEN);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <dc:a/>                                                          | dc:a
            <q:a xmlns:q='http://purl.org/dc/elements/1.1/'/>                | dc:a
            <q:a xmlns:q='HTTPS://PURL.ORG/dc/elements/1.1'/>                | dc:a
            <dc:a xmlns:dc='http://www.w3.org/2005/Atom'/>                   | atom:a
            <dc:a xmlns:dc='https://nowhere.example/'/>                      | dc:a
            <q:a/>                                                           | ?:a
            <a xmlns='https://nowhere.example/'/>                            | ?:a
            <a xmlns=''/>                                                    | a
            <A:B/>                                                           | atom:b
            """)
    void namesAreResolvedByAddressAndElseByTheUsualPrefix(String xml, String name) {
        assertThat(parse(xml).children()).extracting(XmlElement::name).containsExactly(name);
    }

    @Test
    void bindingsEndWithTheirElement() {
        XmlElement root = parse("<r><a xmlns='http://www.w3.org/1999/xhtml'><b/></a><c/></r>")
                .children()
                .get(0);

        assertThat(root.children()).extracting(XmlElement::name).containsExactly("xhtml:a", "c");
        assertThat(root.children().get(0).children())
                .extracting(XmlElement::name)
                .containsExactly("xhtml:b");
    }

    @Test
    void depthIsLimitedAndTextIsKept() {
        XmlElement document = parse("<a>".repeat(10_000) + "end");

        assertThat(document.text()).isEqualTo("end");
        int depth = 0;
        for (XmlElement at = document; at.hasChildren(); at = at.children().get(0)) {
            depth++;
        }
        assertThat(depth).isEqualTo(Xml.MAX_DEPTH);
    }

    @Test
    void theTreeIsLimitedButNotWhatIsTakenOutOfIt() {
        String xml = "<r>" + "<a/>".repeat(Xml.MAX_ELEMENTS + 10);
        int[] taken = {0};

        assertThat(parse(xml).children().get(0).children()).hasSize(Xml.MAX_ELEMENTS - 1);
        Xml.parse(xml, XmlVocabulary.NONE, element -> {
            taken[0] += element.local().equals("a") ? 1 : 0;
            return element.local().equals("a");
        });
        assertThat(taken[0]).isEqualTo(Xml.MAX_ELEMENTS + 10);
    }

    @Test
    void nestingClosesWhatCannotHoldTheNext() {
        XmlElement root = Xml.parse("<r><p>1<p>2", closingEvery("p")).children().get(0);

        assertThat(root.children()).extracting(XmlElement::text).isEqualTo(List.of("1", "2"));
    }

    @Test
    void packedBytesAreUnpackedAsFarAsTheyGoAndNeverPastALimit() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(new byte[10_000_000]);
        }
        byte[] packed = out.toByteArray();

        assertThat(XmlBytes.unpacked(packed, 1000)).hasSize(1001);
        assertThat(XmlBytes.unpacked(Arrays.copyOf(packed, packed.length / 2), 20_000_000))
                .hasSizeBetween(1_000_000, 9_999_999);
        assertThat(XmlBytes.unpacked("<a/>".getBytes(UTF_8), 1)).hasSize(4);
    }

    private static XmlVocabulary closingEvery(String local) {
        return new XmlVocabulary(
                List.of(), Map.of(), (open, start) -> open.local().equals(local));
    }

    private static XmlElement parse(String xml) {
        return Xml.parse(xml, VOCABULARY);
    }
}
