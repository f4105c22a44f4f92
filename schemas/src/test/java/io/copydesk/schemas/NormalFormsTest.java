package io.copydesk.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NormalFormsTest {

    @Test
    void compatibleFormsBecomeThePlainOnes() {
        assertEquals("Hafen 2 fi é", NormalForms.nfkc("Hafen ２ ﬁ e\u0301"));
    }

    /** A page of accents took hours. */
    @ParameterizedTest
    @EnumSource(Form.class)
    @Timeout(30)
    void marksBeyondTheFirstOfALetterAreLeftOut(Form form) {
        String marks = "\u0301\u0323\uD804\uDCBA";
        String normal = NormalForms.of("a" + marks.repeat(1_000_000) + "b" + marks.repeat(1_000_000), form);
        String few = marks.repeat(NormalForms.MOST_MARKS / 3);
        assertEquals(NormalForms.of("a" + few + "b" + few, form), normal);
    }

    @Test
    void marksThatLettersHaveStay() {
        String tai = "\u1A20" + "\u1A60\u1A20".repeat(3) + "\u1A75";
        for (String text : List.of("Việt", "Vie\u0323\u0302t", "שָׁלוֹם", "มี้", tai)) {
            for (Form form : Form.values()) {
                assertEquals(Normalizer.normalize(text, form), NormalForms.of(text, form));
            }
        }
    }

    @Test
    void asciiStaysAsItIs() {
        String text = "The ferry left at 7.";
        assertSame(text, NormalForms.nfkc(text));
    }
}
