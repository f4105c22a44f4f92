package io.copydesk.extraction.language;

import io.copydesk.schemas.CombiningMarks;
import org.jspecify.annotations.Nullable;

/** The scripts that are distinguished, by Unicode block ranges. */
enum Script {
    LATIN(null),
    CYRILLIC(null),
    ARABIC(null),
    HEBREW("he"),
    GREEK("el"),
    DEVANAGARI(null),
    BENGALI("bn"),
    GURMUKHI("pa"),
    GUJARATI("gu"),
    TAMIL("ta"),
    TELUGU("te"),
    KANNADA("kn"),
    MALAYALAM("ml"),
    THAI("th"),
    GEORGIAN("ka"),
    ARMENIAN("hy"),
    KANA(null),
    HAN(null),
    HANGUL("ko"),
    OTHER(null);

    /** The one language of the news that is written in this script, {@code null} when there are several or none. */
    final @Nullable String language;

    Script(@Nullable String language) {
        this.language = language;
    }

    /** Whether {@code c} is a letter, or a vowel sign or another mark of a script of southern Asia, where marks carry half of the word. */
    static boolean isLetter(char c) {
        return Character.isLetter(c) || c >= 0x0900 && c < 0x0E80 && CombiningMarks.isMark(c);
    }

    /** The script of a letter; {@link #OTHER} for letters of all other scripts. */
    static Script of(char c) {
        if (c < 0x0250) {
            return LATIN;
        }
        if (c >= 0x1E00 && c < 0x1F00) {
            return LATIN;
        }
        if (c >= 0x0370 && c < 0x0400 || c >= 0x1F00 && c < 0x2000) {
            return GREEK;
        }
        if (c >= 0x0400 && c < 0x0530) {
            return CYRILLIC;
        }
        if (c >= 0x0590 && c < 0x0600) {
            return HEBREW;
        }
        if (c >= 0x0600 && c < 0x0780 || c >= 0xFB50 && c < 0xFE00 || c >= 0xFE70 && c < 0xFF00) {
            return ARABIC;
        }
        if (c >= 0x0900 && c < 0x0980) {
            return DEVANAGARI;
        }
        if (c >= 0x0980 && c < 0x0E80) {
            return ofSouthernAsia(c);
        }
        if (c >= 0x0530 && c < 0x0590) {
            return ARMENIAN;
        }
        if (c >= 0x10A0 && c < 0x1100 || c >= 0x1C90 && c < 0x1CC0) {
            return GEORGIAN;
        }
        if (c >= 0x3040 && c < 0x3100) {
            return KANA;
        }
        if (c >= 0x3400 && c < 0xA000) {
            return HAN;
        }
        if (c >= 0xAC00 && c < 0xD7B0 || c >= 0x1100 && c < 0x1200) {
            return HANGUL;
        }
        return OTHER;
    }

    private static Script ofSouthernAsia(char c) {
        return switch (c >> 7) {
            case 0x13 -> BENGALI;
            case 0x14 -> GURMUKHI;
            case 0x15 -> GUJARATI;
            case 0x17 -> TAMIL;
            case 0x18 -> TELUGU;
            case 0x19 -> KANNADA;
            case 0x1A -> MALAYALAM;
            case 0x1C -> THAI;
            default -> OTHER;
        };
    }
}
