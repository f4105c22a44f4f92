package io.copydesk.extraction.charset;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.Extraction;
import io.copydesk.extraction.Extractor;
import io.copydesk.extraction.SourceDocument;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextDecoderTest {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

    @Test
    void believesTheByteOrderMarkBeforeHttp() {
        byte[] bytes =
                join(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, "Köln".getBytes(StandardCharsets.UTF_8));
        assertThat(TextDecoder.decode(bytes, "windows-1251")).isEqualTo("Köln");
        byte[] wide = join(new byte[] {(byte) 0xFF, (byte) 0xFE}, "Köln".getBytes(StandardCharsets.UTF_16LE));
        assertThat(TextDecoder.decode(wide, "utf-8")).isEqualTo("Köln");
    }

    @Test
    void believesHttpBeforeTheMetaTag() {
        byte[] bytes = "<meta charset=\"koi8-r\"><p>Порт открыт".getBytes(WINDOWS_1251);
        assertThat(TextDecoder.decode(bytes, "Windows-1251")).contains("Порт открыт");
    }

    @Test
    void findsTheDeclarationInMetaTagsAndXml() {
        byte[] short1 = "<meta charset='windows-1251'><p>Порт открыт".getBytes(WINDOWS_1251);
        byte[] long1 = "<meta http-equiv=content-type content=\"text/html; charset=windows-1251\"><p>Порт открыт"
                .getBytes(WINDOWS_1251);
        byte[] xml = "<?xml version='1.0' encoding='windows-1251'?><p>Порт открыт".getBytes(WINDOWS_1251);
        assertThat(TextDecoder.decode(short1, null)).contains("Порт открыт");
        assertThat(TextDecoder.decode(long1, null)).contains("Порт открыт");
        assertThat(TextDecoder.decode(xml, null)).contains("Порт открыт");
    }

    @Test
    void readsValidUtf8DespiteAnOldSingleByteDeclaration() {
        byte[] bytes = "<meta charset=iso-8859-1><p>für alle".getBytes(StandardCharsets.UTF_8);
        assertThat(TextDecoder.decode(bytes, null)).contains("für alle");
    }

    @Test
    void takesLatin1AsWindows1252WhenBytesAreNoUtf8() {
        byte[] bytes = {'a', (byte) 0x93, 'b', (byte) 0x94};
        assertThat(TextDecoder.decode(bytes, "iso-8859-1")).isEqualTo("a“b”");
        assertThat(TextDecoder.decode(bytes, null)).isEqualTo("a“b”");
    }

    @Test
    void keepsUtf8WhenOneByteOfALongPageIsDamaged() {
        byte[] bytes = join(
                "<meta charset=utf-8>".getBytes(StandardCharsets.UTF_8),
                "é".repeat(50).getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xC3});
        assertThat(TextDecoder.decode(bytes, null)).contains("é".repeat(50)).endsWith("\uFFFD");
    }

    @Test
    void ignoresCharsetNamesThatDoNotExist() {
        byte[] bytes = "déjà".getBytes(StandardCharsets.UTF_8);
        assertThat(TextDecoder.decode(bytes, "no-such-charset")).isEqualTo("déjà");
        assertThat(TextDecoder.decode(bytes, "///;;'\"")).isEqualTo("déjà");
    }

    @Test
    void takesTheSupersetThatALabelMeans() {
        assertThat(TextDecoder.decode(new byte[] {'a', (byte) 0x80}, "ISO-8859-1"))
                .isEqualTo("a€");
        assertThat(CharsetLabels.lookup("x-sjis")).contains(Charset.forName("windows-31j"));
        assertThat(CharsetLabels.lookup(" GB2312 ")).contains(Charset.forName("GB18030"));
        assertThat(CharsetLabels.lookup("utf-16")).contains(StandardCharsets.UTF_16LE);
    }

    @Test
    void neverReadsMarkupInACharsetThatCannotSpellIt() {
        assertThat(CharsetLabels.lookup("IBM037")).isEmpty();
        assertThat(CharsetLabels.lookup("utf-32")).isEmpty();
    }

    @Test
    void readsUtf16AsUtf8WhenTheDeclarationIsAscii() {
        byte[] bytes = "<meta charset=utf-16><p>für alle Fähren".getBytes(StandardCharsets.UTF_8);
        assertThat(TextDecoder.decode(bytes, null)).contains("für alle Fähren");
    }

    @Test
    void readsUtf8WithLittleDamageDespiteAnOtherDeclaration() {
        byte[] bytes = join(
                "<meta charset=iso-8859-1>".getBytes(StandardCharsets.UTF_8),
                "für die Fähren ".repeat(20).getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xFC});
        assertThat(TextDecoder.decode(bytes, "iso-8859-1"))
                .contains("für die Fähren")
                .doesNotContain("Ã");
    }

    @Test
    void repairsTextThatWasEncodedTwice() {
        String meant = "Le port a été rouvert – après onze semaines d’été, à la fête de l’île.";
        String twice = new String(meant.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
        assertThat(DoubleEncoding.repair(twice, twice)).isEqualTo(meant);
        String page =
                "<html><title>Port</title><p>" + twice + "</p><p>" + twice.replace("onze", "douze") + "</p></html>";
        Extraction extraction = Extractor.create()
                .extract(new SourceDocument(null, "text/html", "utf-8", page.getBytes(StandardCharsets.UTF_8), null));
        assertThat(((Extraction.Extracted) extraction).article().body()).startsWith(meant);
    }

    @Test
    void repairsTextWhoseControlsAreAllThatIsLeftOfItsQuotes() {
        String twice = new String(
                "it’s here – and there, it’s all ours".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String page = "<p>" + twice + " " + twice + "</p>";
        assertThat(DoubleEncoding.repair(page, twice.replaceAll("\\p{Cc}", ""))).contains("it’s here – and");
    }

    @Test
    void leavesTextAloneThatWasEncodedOnce() {
        String text =
                "NÃO à pressa: «CARRÉ» fica em LÃ BÃO, disse o prefeito de São João à saída da câmara – não há ÁGUA.";
        assertThat(TextDecoder.decode(text.getBytes(StandardCharsets.UTF_8), null))
                .isEqualTo(text);
    }

    @Test
    void findsTheCharsetOfWordsThatFollowALongTextInAscii() {
        byte[] english = "The harbour office keeps a book of all ferries that leave. "
                .repeat(300)
                .getBytes(StandardCharsets.US_ASCII);
        for (Map.Entry<String, String> written : Map.of(
                        "windows-1251", "Портовая контора ведёт книгу всех паромов, уходящих от причала.",
                        "Shift_JIS", "港の事務所は、桟橋を出るすべての渡し船を帳簿に記録している。",
                        "windows-1253", "Το λιμεναρχείο κρατά βιβλίο με όλα τα πλοία που φεύγουν από την προβλήτα.")
                .entrySet()) {
            byte[] bytes = join(english, written.getValue().getBytes(Charset.forName(written.getKey())));
            assertThat(TextDecoder.decode(bytes, null)).endsWith(written.getValue());
        }
    }

    @Test
    void readsControlsAsThePunctuationOfWindows1252ThatTheyStandFor() {
        String text = "It\u0092s late, the office said: \u0093fog\u0094 \u0096 and more\u0085 \u0081";
        assertThat(TextDecoder.decode(text.getBytes(StandardCharsets.UTF_8), "utf-8"))
                .isEqualTo("It’s late, the office said: “fog” – and more… \u0081");
        assertThat(TextDecoder.decode(text.getBytes(StandardCharsets.UTF_16BE), null))
                .contains("“fog”");
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
