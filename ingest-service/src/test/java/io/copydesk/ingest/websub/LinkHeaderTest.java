package io.copydesk.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.page.Header;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkHeaderTest {

    private static final String BASE = "https://www.harbour.example/feeds/all.xml";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<https://hub.example/>; rel=\"hub\"",
                "<https://hub.example/>;rel=hub",
                "< https://hub.example/ > ; title=\"a, b; rel=x\" ; REL = \"other HUB\"",
                "<https://a.example/>; rel=next, <https://hub.example/>; rel=hub",
                "<https://a.example/>; title=\"<https://b.example/>; rel=hub\", <https://hub.example/>; rel=hub",
                "<//hub.example>; rel=hub",
                "<mailto:x@y.example>; rel=hub, <https://hub.example/>; rel=hub",
                "<https://a.example/>; rel=next; rel=hub, <https://hub.example/>; rel=hub",
            })
    void findsTheFirstOfARelation(String field) {
        assertThat(of(field)).contains("https://hub.example/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "https://hub.example/; rel=hub",
                "<https://hub.example/>",
                "<https://hub.example/>; rel=hubs",
                "<https://hub.example/>; rel=\"hub",
                "<https://hub.example/; rel=hub",
                "<javascript:alert(1)>; rel=hub",
            })
    void findsNothingElse(String field) {
        assertThat(of(field)).isEmpty();
    }

    @Test
    void readsSeveralFieldsAndRelativeTargets() {
        assertThat(of("<https://a.example/>; rel=self", "</hub?x=1>; rel=hub"))
                .contains("https://www.harbour.example/hub?x=1");
    }

    @Test
    void aHostileFieldTakesNoTime() {
        assertThat(of("<".repeat(16_000))).isEmpty();
        assertThat(of("<a>" + ";\"\\".repeat(5_000))).isEmpty();
        assertThat(of("<a>;a=\"b\"".repeat(1_700))).isEmpty();
        assertThat(of("<https://hub.example/>; rel=hub;x=" + "y".repeat(17_000)))
                .isEmpty();
    }

    private static Optional<String> of(String... fields) {
        List<Header> headers =
                Arrays.stream(fields).map(field -> new Header("link", field)).toList();
        return LinkHeader.target(headers, "hub", BASE);
    }
}
