package io.copydesk.extraction.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

    @Test
    void readsEveryCharacter() {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                all.appendCodePoint(c);
            }
        }
        byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);

        assertThat(Utf8.decode(bytes)).isEqualTo(WindowsControls.replace(all.toString()));
    }

    @Test
    void readsAnyBytesAsTheJdkDoesButForControls() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            for (int k = 0; k < bytes.length; k++) {
                // Mostly ASCII, so that runs of it stand between the others.
                bytes[k] &= random.nextInt(12) == 0 ? (byte) 0xFF : 0x7F;
            }

            assertThat(Utf8.decode(bytes))
                    .isEqualTo(WindowsControls.replace(new String(bytes, StandardCharsets.UTF_8)));
        }
    }

    @Test
    void readsWordsOfManyScriptsBetweenMarkup() {
        String text = "<p>Zwölf Boxkämpfer</p><p>вечером</p><p>東京で</p><p>🙂 ok</p> plain text to the end";

        assertThat(Utf8.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }
}
