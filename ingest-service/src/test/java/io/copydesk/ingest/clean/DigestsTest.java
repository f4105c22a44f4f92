package io.copydesk.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The digests are kept in stores and topics: what they are of must stay as it is. */
class DigestsTest {

    @Test
    void aTextIsItsLettersAndDigits() {
        String read = "die fähre ﬁel 2 mal aus 𝒶 fähre".replace("ﬁ", "fi").replace("𝒶", "a");

        assertThat(Digests.text("  Die Fähre ﬁel 2-mal aus … 𝒶 (Fähre)!\n")).isEqualTo(Sha256.hex(read));
        assertThat(Digests.text("𐐀𐐁—x")).isEqualTo(Sha256.hex("𐐨𐐩 x"));
        assertThat(Digests.text("\ud800 . \udc00")).isEqualTo(Sha256.hex(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "  a \t\n b  ",
                "a\u000b\f\rb",
                "a\u00a0\u2003b\u0085c\u001cd",
                "The ferry\n\nruns.  Again"
            })
    void aContentIsTheTextWithOneBlankForEachRunOfThem(String body) {
        String expected = "Ferry\n" + body.strip().replaceAll("\\s+", " ");

        assertThat(Digests.content(" Ferry ", body)).isEqualTo(Sha256.hex(expected));
    }
}
