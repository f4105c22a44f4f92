package io.copydesk.ingest.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InternalEntitiesTest {

    @Test
    void shortTextsAreRead() {
        assertThat(text("<!DOCTYPE a [ <!ENTITY p 'The Paper'> <!ENTITY q \"Quay\">]><a b='&q;'>&p; &q; &r;</a>"))
                .isEqualTo("The Paper Quay &r;");
    }

    @Test
    void namesOfHtmlKeepTheirMeaning() {
        assertThat(text("<!DOCTYPE a [<!ENTITY amp \"other\"><!ENTITY eacute \"other\">]><a>&amp;&eacute;</a>"))
                .isEqualTo("&é");
    }

    /** A few bytes that stand for gigabytes, and files of this machine. */
    @Test
    void entitiesOfEntitiesAndOfFilesAreNotRead() {
        assertThat(text(
                        "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;\"><!ENTITY f SYSTEM \"file:///f\">"
                                + "<!ENTITY % z \"p\">]><a>&y;&f;&z;</a>"))
                .isEqualTo("&y;&f;&z;");
    }

    @Test
    void whatEntitiesAddIsBounded() {
        String declared = "<!DOCTYPE a [<!ENTITY x \"" + "x".repeat(200) + "\">]>";

        assertThat(text(declared + "<a>" + "&x;".repeat(100_000) + "</a>")).hasSizeLessThan(400_000);
    }

    private static String text(String document) {
        return Xml.parse(document, XmlVocabulary.NONE).text();
    }
}
