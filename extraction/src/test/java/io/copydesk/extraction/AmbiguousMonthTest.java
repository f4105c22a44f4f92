package io.copydesk.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.Extraction.Extracted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 12th of listopad: November in Polish, October in Croatian. */
class AmbiguousMonthTest {

    private static final String POLISH =
            "Prom znowu pływa między wyspami, a mieszkańcy portu mogą wreszcie odetchnąć po trzech tygodniach przerwy. "
                    + "Kapitan powiedział, że naprawa śruby trwała dłużej, niż się spodziewano, ponieważ część musiała "
                    + "przyjść z zagranicy. Bilety kosztują tyle samo co przed awarią i można je kupić na nabrzeżu.";
    private static final String CROATIAN =
            "Trajekt ponovno plovi između otoka, a stanovnici luke napokon mogu odahnuti nakon tri tjedna prekida. "
                    + "Kapetan je rekao da je popravak vijka trajao dulje nego što se očekivalo jer je dio morao "
                    + "stići iz inozemstva. Karte stoje jednako kao prije kvara i mogu se kupiti na obali.";

    private final Extractor extractor = Extractor.create();

    @ParameterizedTest
    @CsvSource({
        "POLISH,lang=pl,2024-11-12",
        "CROATIAN,lang=hr,2024-10-12",
        "POLISH,,2024-11-12",
        "CROATIAN,,2024-10-12",
        "POLISH,lang=en,2024-11-12",
        "CROATIAN,lang=en-US,2024-10-12"
    })
    void aPageIsDatedInItsDeclaredLanguageElseInThatOfItsText(String text, String lang, String iso) {
        String paragraph = "<p>" + (text.equals("POLISH") ? POLISH : CROATIAN) + "</p>";
        String html = "<html " + (lang == null ? "" : lang) + "><title>Port</title><article><h1>Port</h1>"
                + "<p>12 listopada 2024</p>" + paragraph + paragraph.replace("<p>", "<p>– ") + "</article>";
        assertThat(published(html, "text/html")).isEqualTo(iso);
    }

    @Test
    void aTextIsDatedInTheLanguageItIsWrittenIn() {
        String head = "Prom – trajekt 12\n12 listopada 2024\n";
        assertThat(published(head + POLISH, "text/plain")).isEqualTo("2024-11-12");
        assertThat(published(head + CROATIAN, "text/plain")).isEqualTo("2024-10-12");
    }

    private String published(String document, String type) {
        Extraction extraction = extractor.extract(
                new SourceDocument("https://coast.example/1", type, "utf-8", document.getBytes(UTF_8), null));
        return ((Extracted) extraction).article().metadata().datePublished();
    }
}
