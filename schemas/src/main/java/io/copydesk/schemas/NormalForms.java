package io.copydesk.schemas;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** Texts in normalization forms (Unicode Standard Annex #15); ASCII is in all of them. Pure, thread-safe. */
public final class NormalForms {

    private static final char FIRST_ABOVE_ASCII = 0x80;

    private NormalForms() {}

    /** The text in the form NFKC; the same object when it is ASCII. */
    public static String nfkc(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_ABOVE_ASCII) {
                return Normalizer.normalize(text, Form.NFKC);
            }
        }
        return text;
    }
}
