package io.copydesk.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptShellTest {

    private final Extractor extractor = Extractor.create();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div id=root></div><noscript>This page is made for browsers with scripts.</noscript>",
                "<div id=root><p>You need to enable JavaScript to run this site.</p></div>",
                "<div class=spinner>Loading…</div>",
                "<p>Cargando, espere por favor</p>",
                "<p>Bitte aktivieren Sie JavaScript in Ihrem Browser.</p>",
                "<p>Veuillez activer JavaScript pour continuer.</p>",
                "<div></div>"
            })
    void rejectsPagesThatOnlyRunAProgram(String body) {
        assertThat(extract(body))
                .isInstanceOfSatisfying(
                        Extraction.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(RejectionReason.NO_ARTICLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>The ferry sails again.</p>",
                "<p>A fault in JavaScript stopped the ticket machines of Lindhaven for two hours on Monday.</p>",
                "<p>Loading of the first freighter began at dawn on Tuesday.</p>"
            })
    void readsShortPages(String body) {
        assertThat(extract(body)).isInstanceOf(Extraction.Extracted.class);
    }

    private Extraction extract(String body) {
        String page = "<html lang=en><head><title>Lindhaven</title></head><body>" + body + "</body></html>";
        return extractor.extract(new SourceDocument(
                "https://www.herald.example/1", "text/html", "utf-8", page.getBytes(StandardCharsets.UTF_8), null));
    }
}
