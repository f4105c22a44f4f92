package io.copydesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LowerCaseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Harbour",
                "ΟΔΟΣ",
                "ΟΔΟΣ ΑΘΗΝΑΣ",
                "Σ",
                "ΣΣ",
                "ΣΑΣ Σ.",
                "Ο ΣΕΙΣΜΟΣ ΤΗΣ ΚΡΗΤΗΣ, ΛΕΕΙ Ο Κ. ΠΑΠΑΣ.",
                "«ΟΔΟΣ»",
                "ΑΣ-ΒΓ",
                "Α.Σ.Ε.Π.",
                "Α.Σ.",
                "ΠΑΟΣ'Σ",
                "ΜΑΪΟΣ\nΙΟΥΝΙΟΣ",
                "ΟΣ\u0301",
                "ΟΣ1",
                "1ΟΣ",
                "İstanbul",
                "DİYARBAKIR İLİ",
                "ǅ ẞ 𐐀 Ω",
                "\uD800ΣΑΣ\uDC00"
            })
    void isThatOfTheJdk(String text) {
        assertThat(LowerCase.of(text)).isEqualTo(text.toLowerCase(Locale.ROOT));
    }

    /** Each took the JDK hours. */
    @ParameterizedTest
    @ValueSource(strings = {"Σ", "ΑΣ", "Σ.", "Σ-", "Σ\u0301", "İ", "İΣ"})
    @Timeout(30)
    void takesNoLongerThanTheTextIsLong(String part) {
        assertThat(LowerCase.of(part.repeat(1_000_000))).hasSizeGreaterThanOrEqualTo(1_000_000);
    }
}
