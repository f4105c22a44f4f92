package io.copydesk.ingest.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class XmlVocabularyTest {

    @Test
    void aLineOfTheTableIsPrefixesAndAddresses() {
        assertThat(Namespace.parse("dc  dublincore | purl.org/dc purl.org/dc/1.1"))
                .isEqualTo(new Namespace("dc", List.of("dc", "dublincore"), List.of("purl.org/dc", "purl.org/dc/1.1")));
        assertThatThrownBy(() -> Namespace.parse("dc purl.org/dc")).hasMessageContaining("dc purl.org/dc");
    }

    @Test
    void anOwnNamespaceGoesBeforeACommonOne() {
        XmlVocabulary own = new XmlVocabulary(
                List.of(new Namespace("mine", List.of("dc"), List.of("purl.org/dc/elements/1.1"))),
                Map.of(),
                Nesting.AS_WRITTEN);

        assertThat(own.spaceOfPrefix("dc")).isEqualTo("mine");
        assertThat(own.defaultSpace("http://purl.org/dc/elements/1.1/", "a")).isEqualTo("mine");
        assertThat(XmlVocabulary.NONE.spaceOfPrefix("dc")).isEqualTo("dc");
    }

    @Test
    void addressesAreComparedWithoutSchemeCaseAndEnd() {
        for (String address : List.of(
                "http://purl.org/dc/elements/1.1/",
                " HTTPS://purl.org/DC/elements/1.1##",
                "purl.org/dc/elements/1.1")) {
            assertThat(XmlVocabulary.NONE.defaultSpace(address, "a")).isEqualTo("dc");
        }
        assertThat(XmlVocabulary.NONE.defaultSpace("http://purl.org/dc/elements/1.1/x", "a"))
                .isEqualTo("?");
        assertThat(XmlVocabulary.NONE.defaultSpace(" ", "a")).isEmpty();
    }
}
