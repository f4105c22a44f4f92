package io.copydesk.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class NormalFormsTest {

    @Test
    void compatibleFormsBecomeThePlainOnes() {
        assertEquals("Hafen 2 fi é", NormalForms.nfkc("Hafen ２ ﬁ e\u0301"));
    }

    @Test
    void asciiStaysAsItIs() {
        String text = "The ferry left at 7.";
        assertSame(text, NormalForms.nfkc(text));
    }
}
