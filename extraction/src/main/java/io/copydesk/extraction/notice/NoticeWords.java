package io.copydesk.extraction.notice;

import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.NormalForms;
import java.text.Normalizer.Form;

/**
 * Folds a text to the words that patterns are written in: lower case, no accents, no marks; {@code %} and numbers are words, and so is each letter of
 * Chinese, Japanese and Thai, which are written without blanks.
 */
final class NoticeWords {

    private NoticeWords() {}

    static FoldedWords of(String text) {
        return FoldedWords.of(text);
    }

    /** Letters of scripts that are written without blanks: Thai, kana and ideographs. */
    static boolean isWhole(char c) {
        return c >= '\u0E01' && (c <= '\u0E4E' || isDense(c));
    }

    /** Kana and ideographs. */
    private static boolean isDense(char c) {
        return c >= '\u2E80' && (c >= '\u3040' && c <= '\u30FF' || Character.isIdeographic(c));
    }

    /** Length in characters; an ideograph, kana or Hangul syllable counts three, as many as the letters that stand for it elsewhere. */
    static int weight(String text) {
        int weight = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            weight += isDense(c) || c >= 0xAC00 && c <= 0xD7AF ? 2 : 0;
        }
        return weight;
    }

    static String fold(String text) {
        String lower = LowerCase.of(text);
        boolean ascii = true;
        for (int i = 0; i < lower.length() && ascii; i++) {
            ascii = lower.charAt(i) < 128;
        }
        if (ascii) {
            return lower;
        }
        String plain = NormalForms.of(lower, Form.NFD);
        StringBuilder out = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK && c != '\u00AD' && c != '\u200C') {
                if (c == 'ß') {
                    out.append("ss");
                } else {
                    out.append(common(c));
                }
            }
        }
        return out.toString();
    }

    /** ASCII forms of the digits and percent signs of other scripts; plain forms of letters with strokes or dots, and of Persian letters. */
    private static char common(char c) {
        return switch (c) {
            case '\u066A', '\uFF05' -> '%';
            case 'ⓒ' -> '©';
            case 'ı' -> 'i';
            case 'ł' -> 'l';
            case 'đ' -> 'd';
            case 'ø' -> 'o';
            case '\u06CC', '\u0649' -> '\u064A';
            case '\u06A9' -> '\u0643';
            default -> Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c;
        };
    }
}
