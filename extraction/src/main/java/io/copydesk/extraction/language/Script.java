package io.copydesk.extraction.language;

/** The scripts that are told apart, by Unicode block ranges. */
enum Script {
    LATIN,
    CYRILLIC,
    ARABIC,
    HEBREW,
    GREEK,
    DEVANAGARI,
    KANA,
    HAN,
    HANGUL,
    OTHER;

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
}
