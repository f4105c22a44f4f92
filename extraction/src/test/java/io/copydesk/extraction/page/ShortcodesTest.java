package io.copydesk.extraction.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortcodesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [gallery ids="1,2,3"] |
            [button link="https://a.example/" type='big']Send us photos[/button] | Send us photos
            [caption id=”a_7″ width=”640″]The east pier.[/caption] | The east pier.
            [embed]https://video.example/v/9[/embed] |
            [vc_row][vc_column width="1/2"]The pier reopened.[/vc_column][/vc_row] | The pier reopened.
            """)
    void takesCodesOut(String text, String rest) {
        assertThat(Shortcodes.without(text)).isEqualTo(rest == null ? "" : rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“He [the mayor] has not read it,” she said.",
                "Updated [12:30]: the pier is open again [VIDEO]",
                "Ask for /sites/[subdomain]/[...route] there.",
                "Select a[href=\"/pier\"] and [1], [2] and [sic].",
            })
    void keepsOtherBrackets(String text) {
        assertThat(Shortcodes.without(text)).isEqualTo(text);
    }

    @Test
    void takesLinearTime() {
        String hostile = "[a " + "b=\"".repeat(50_000) + "[".repeat(100_000) + "]";
        assertThat(Shortcodes.without(hostile)).hasSizeGreaterThan(100_000);
    }
}
