package io.copydesk.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Map<String, String> VALUES = Map.of("name", "Salt & Sons", "rest", "<b>bold</b>");

    @Test
    void escapesAValueUnlessAskedNotTo() {
        assertThat(html("<p>{{name}}</p>{{{rest}}}")).isEqualTo("<p>Salt &amp; Sons</p><b>bold</b>");
    }

    @Test
    void showsASectionOnlyWithAValue() {
        assertThat(html("a{{#name}}b{{/name}}{{#none}}c{{{also-none}}}{{/none}}d"))
                .isEqualTo("abd");
    }

    @Test
    void showsAnInvertedSectionOnlyWithoutAValue() {
        assertThat(html("a{{^name}}b{{/name}}{{^none}}c{{/none}}d")).isEqualTo("acd");
    }

    @Test
    void leavesPlainTextUnescaped() {
        assertThat(Template.plain("By {{name}}", VALUES::get)).isEqualTo("By Salt & Sons");
    }

    @Test
    void refusesAPlaceholderWithoutAValue() {
        assertThatThrownBy(() -> html("{{none}}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none");
    }

    @Test
    void refusesAnOpenSection() {
        assertThatThrownBy(() -> html("{{#name}}never closed")).isInstanceOf(IllegalStateException.class);
    }

    private static String html(String template) {
        return Template.html(template, VALUES::get);
    }
}
