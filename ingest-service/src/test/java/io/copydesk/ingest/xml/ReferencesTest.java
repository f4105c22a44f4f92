package io.copydesk.ingest.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            &amp;&lt;&gt;&quot;&apos;      | &<>"'
            &eacute;&Eacute;&hellip;       | éÉ…
            &#65;&#x41;&#X4a;              | AAJ
            &#128512;                      | \ud83d\ude00
            &#128;&#x99;&#x9f;             | €™Ÿ
            &#xd83d;&#56832;&#x110000;     | \ud83d\ude00\ufffd
            &#xd800;a&#xDFFF;&#xd800;      | \ufffda\ufffd\ufffd
            &#xd7ff;&#xe000;               | \ud7ff\ue000
            &#99999999999999999999;        | \ufffd
            &#7;a&#0;b                     | ab
            &;&#;&#x;&nosuchname;          | &;&#;&#x;&nosuchname;
            &amp;lt;                       | &lt;
            """)
    void bothForms(String text, String resolved) {
        assertThat(resolve(text, false)).isEqualTo(resolved);
        assertThat(resolve(text, true)).isEqualTo(resolved);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            &amp b      | &amp b      | & b
            &eacute     | &eacute     | é
            &hellip b   | &hellip b   | &hellip b
            &copy=1     | &copy=1     | &copy=1
            &#65 b      | &#65 b      | A b
            """)
    void onlyHtmlHasReferencesWithoutSemicolon(String text, String xml, String html) {
        assertThat(resolve(text, false)).isEqualTo(xml);
        assertThat(resolve(text, true)).isEqualTo(html);
    }

    @Test
    void aReferenceEndsBeforeTheEndOfTheRange() {
        StringBuilder out = new StringBuilder();

        assertThat(References.append("x&amp;", 1, 5, false, out)).isEqualTo(2);
        assertThat(out).hasToString("&");
    }

    private static String resolve(String text, boolean html) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            if (text.charAt(at) == '&') {
                at = References.append(text, at, text.length(), html, out);
            } else {
                out.append(text.charAt(at++));
            }
        }
        return out.toString();
    }
}
