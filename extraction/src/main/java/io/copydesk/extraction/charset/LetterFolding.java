package io.copydesk.extraction.charset;

import io.copydesk.schemas.NormalForms;
import java.text.Normalizer.Form;

/** Folds letters to the forms that the models have. */
final class LetterFolding {

    private LetterFolding() {}

    /** Composed forms: windows-1258 writes tones as letters of their own. */
    static String compose(String text) {
        return NormalForms.of(text, Form.NFC);
    }

    /** Lower case; Persian letters that windows-1256 lacks become the Arabic ones written instead, Romanian ones those of windows-1250. */
    static char fold(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return switch (c) {
            case 'ی', 'ى' -> 'ي';
            case 'ک' -> 'ك';
            case 'ș', 'Ș', 'Ş' -> 'ş';
            case 'ț', 'Ț', 'Ţ' -> 'ţ';
            case 'İ' -> 'i';
            default -> Character.toLowerCase(c);
        };
    }

    static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
