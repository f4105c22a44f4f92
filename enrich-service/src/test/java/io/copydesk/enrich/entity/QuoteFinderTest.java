package io.copydesk.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.entity.EntityFinder.Reading;
import io.copydesk.schemas.Mention;
import io.copydesk.schemas.Quote;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteFinderTest {

    /** Introduces a man and a woman, in the language of the sentence. */
    private static final String ENGLISH = "Mayor John Holloway opened the bridge at Saltmarsh on Monday. ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
                    “The ferry is late,” Holloway said.|The ferry is late,|Holloway|said|John Holloway
                    “The ferry is late,” said Holloway.|The ferry is late,|Holloway|said|John Holloway
                    "The ferry is late," he told the harbour paper.|The ferry is late,|he|told|John Holloway
                    Holloway said: “The ferry is late.”|The ferry is late.|Holloway|said|John Holloway
                    Holloway said that the crew had “no time to rest at all” in June.|no time to rest at all|Holloway|said|John Holloway
                    ‘The ferry’s late, and the sailors’ pay is too,’ said Holloway.|The ferry’s late, and the sailors’ pay is too,|Holloway|said|John Holloway
                    “The ferry is late,” the mayor said.|The ferry is late,|the mayor|said|John Holloway
                    “He called it ‘the best boat’ again,” said Holloway.|He called it ‘the best boat’ again,|Holloway|said|John Holloway
                    “The ferry is late,” a clerk said.|The ferry is late,|a clerk|said|
                    According to Holloway, the ferry is “late for the third time”.|late for the third time|Holloway|According|John Holloway
                    “The ferry is late,” she said.|The ferry is late,|she|said|
                    “The ferry is late,” said Anna Tamblyn, who runs the port.|The ferry is late,|Anna Tamblyn|said|Anna Tamblyn
                    """)
    void tellsWhoSaysWhatInEnglish(String text, String words, String speaker, String verb, @Nullable String mention) {
        assertQuote("en", ENGLISH + text, words, speaker, verb, mention);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
                    «El barco llega tarde», dijo Arrabal.|El barco llega tarde|Arrabal|dijo|Lucía Arrabal
                    “El barco llega tarde”, ha explicado la alcaldesa.|El barco llega tarde|la alcaldesa|explicado|Lucía Arrabal
                    "El barco llega tarde", afirmó.|El barco llega tarde||afirmó|Lucía Arrabal
                    Arrabal insistió en que el puerto «no puede esperar más».|no puede esperar más|Arrabal|insistió|Lucía Arrabal
                    Según Arrabal, el barco «llega siempre muy tarde».|llega siempre muy tarde|Arrabal|Según|Lucía Arrabal
                    «El barco llega tarde», dijo ella.|El barco llega tarde|ella|dijo|Lucía Arrabal
                    «El barco llega tarde», dijo una vecina.|El barco llega tarde|una vecina|dijo|
                    """)
    void tellsWhoSaysWhatInSpanish(
            String text, String words, @Nullable String speaker, String verb, @Nullable String mention) {
        assertQuote(
                "es", "La alcaldesa Lucía Arrabal abrió el puente de Marismas. " + text, words, speaker, verb, mention);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
                    „Die Fähre kommt zu spät“, sagte Müller.|Die Fähre kommt zu spät|Müller|sagte|Anna Müller
                    „Die Fähre kommt zu spät“, sagte die Ministerin.|Die Fähre kommt zu spät|die Ministerin|sagte|Anna Müller
                    »Die Fähre kommt zu spät«, sagte sie.|Die Fähre kommt zu spät|sie|sagte|Anna Müller
                    «Die Fähre kommt zu spät», so Müller.|Die Fähre kommt zu spät|Müller|so|Anna Müller
                    ‚Die Fähre kommt zu spät‘, erklärte Müller.|Die Fähre kommt zu spät|Müller|erklärte|Anna Müller
                    Müller betonte: "Die Fähre kommt zu spät."|Die Fähre kommt zu spät.|Müller|betonte|Anna Müller
                    Laut Müller ist die Fähre „immer viel zu spät“.|immer viel zu spät|Müller|Laut|Anna Müller
                    „Die Fähre kommt zu spät“, teilte ein Sprecher mit.|Die Fähre kommt zu spät|ein Sprecher|teilte|
                    """)
    void tellsWhoSaysWhatInGerman(String text, String words, String speaker, String verb, @Nullable String mention) {
        assertQuote("de", "Ministerin Anna Müller kam nach Salzmarsch. " + text, words, speaker, verb, mention);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
                    «\u00a0Le bateau est en retard\u00a0», a déclaré hier Dupont.|Le bateau est en retard|Dupont|déclaré|Pierre Dupont
                    « Le bateau est en retard », explique-t-il.|Le bateau est en retard|explique-t-il|explique-t-il|Pierre Dupont
                    « Le bateau est en retard », a-t-il ajouté.|Le bateau est en retard|a-t-il|ajouté|Pierre Dupont
                    “Le bateau est en retard”, souligne le maire.|Le bateau est en retard|le maire|souligne|Pierre Dupont
                    Selon Dupont, le bateau est « encore très en retard ».|encore très en retard|Dupont|Selon|Pierre Dupont
                    Dupont affirme : « Le bateau est en retard. »|Le bateau est en retard.|Dupont|affirme|Pierre Dupont
                    « Le bateau est en retard », a dit une passagère.|Le bateau est en retard|une passagère|dit|
                    """)
    void tellsWhoSaysWhatInFrench(String text, String words, String speaker, String verb, @Nullable String mention) {
        assertQuote("fr", "Le maire Pierre Dupont a ouvert le pont de Salines. " + text, words, speaker, verb, mention);
    }

    @Test
    void joinsWhatTheVerbBreaks() {
        String text =
                ENGLISH + "“I went,” Holloway said, “and saw the boat. It was late.” “It is mine,” said Anna Tamblyn.";

        assertThat(quotes("en", text))
                .extracting(quote -> words(text, quote))
                .containsExactly("I went, / and saw the boat. It was late.", "It is mine,");
    }

    @Test
    void joinsTheSentenceAfterTheVerb() {
        String text = ENGLISH + "“It is late,” Holloway said on Monday. “We will all wait for it.”";

        assertThat(quotes("en", text))
                .extracting(quote -> words(text, quote))
                .containsExactly("It is late, / We will all wait for it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "\n"})
    void joinsParagraphsThatRepeatTheOpeningMark(String end) {
        String text = ENGLISH + "Holloway said: “The ferry was late." + end + "“It had been late before." + end
                + "“It will be late again.”";

        assertThat(quotes("en", text))
                .extracting(quote -> words(text, quote))
                .containsExactly("The ferry was late. / It had been late before. / It will be late again.");
    }

    @Test
    void readsDialogueThatDashesOpen() {
        String spanish =
                "La alcaldesa Lucía Arrabal abrió el puente.\n\n—El barco llega tarde —dijo Arrabal—. Mañana también.\n\nY cerró.";
        String french = "Le maire Pierre Dupont a ouvert le pont.\n\n— Le bateau est en retard, dit-il.";

        assertThat(quotes("es", spanish))
                .extracting(quote -> words(spanish, quote))
                .containsExactly("El barco llega tarde / Mañana también.");
        assertThat(quotes("fr", french))
                .extracting(quote -> words(french, quote))
                .containsExactly("Le bateau est en retard");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
                    en|Holloway drove the so-called “ghost ferry” to Saltmarsh.
                    en|Holloway owns a copy of “The Long Way Home to Saltmarsh” and two others.
                    en|The crew of the ‘Mary Rose’ and the sailors’ union met.
                    de|Der Verein „Freunde der alten Fähre“ hat einen neuen Vorstand.
                    es|El barco «Reina del Mar» salió del puerto.
                    fr|Le bateau « Reine des mers » a quitté le port.
                    fr|— Un bateau rouge et une voile blanche
                    it|«La nave è in ritardo», ha detto Mario Rossi.
                    """)
    void takesNamesAndSingledOutWordsForNoQuotes(String language, String text) {
        List<Quote> quotes = EntityFinder.read(language, null, text).quotes();

        assertThat(quotes == null ? List.of() : quotes).isEmpty();
    }

    @Test
    void saysNothingOfLanguagesWithoutVerbsOfSaying() {
        assertThat(EntityFinder.read("pl", null, "„Prom jest spóźniony”, powiedział Jan.")
                        .quotes())
                .isNull();
    }

    @Test
    void countsInUtf16() {
        String text = "🚢 " + ENGLISH + "“The 🚢 is late,” Holloway said.";

        assertThat(quotes("en", text)).extracting(quote -> words(text, quote)).containsExactly("The 🚢 is late,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "“",
                "”",
                "„",
                "«",
                "»",
                "‘",
                "'",
                "’",
                "—",
                "\n—",
                "\"\n",
                "“\n",
                "“a ",
                "\"a\" said ",
                "“A b c d.” he said. ",
                "said "
            })
    void hostileMarksCostLinearTimeAndAreBounded(String piece) {
        String text = ENGLISH + piece.repeat(1_000_000 / piece.length());

        Assertions.assertThat(org.junit.jupiter.api.Assertions.assertTimeout(
                        Duration.ofSeconds(20), () -> quotes("en", text)))
                .hasSizeLessThanOrEqualTo(Quote.MOST)
                .allSatisfy(quote -> assertThat(quote.parts()).hasSizeLessThanOrEqualTo(Quote.MOST_PARTS));
    }

    @Test
    void marksWithoutPartnerDoNotHideTheQuotesAfterThem() {
        String text = ENGLISH + "It is 5\" long and “open.\n\n“The ferry is late,” said Holloway.";

        assertThat(quotes("en", text))
                .last()
                .satisfies(quote -> assertThat(words(text, quote)).endsWith("The ferry is late,"));
    }

    private static void assertQuote(
            String language,
            String text,
            String words,
            @Nullable String speaker,
            String verb,
            @Nullable String mention) {
        Reading reading = EntityFinder.read(language, null, text);

        assertThat(Objects.requireNonNull(reading.quotes())).singleElement().satisfies(quote -> {
            assertThat(words(text, quote)).isEqualTo(words);
            assertThat(quote.speaker() == null ? null : quote.speaker().text()).isEqualTo(speaker);
            assertThat(Objects.requireNonNull(quote.verb()).text()).isEqualTo(verb);
            assertThat(text.substring(quote.verb().start(), quote.verb().end())).isEqualTo(verb);
            assertThat(quote.mention() == null ? null : name(reading, quote.mention()))
                    .isEqualTo(mention);
        });
    }

    private static String name(Reading reading, int mention) {
        Mention found = reading.mentions().get(mention);
        assertThat(found.type()).isEqualTo(Mention.PERSON);
        return found.name();
    }

    private static List<Quote> quotes(String language, String text) {
        return Objects.requireNonNull(EntityFinder.read(language, null, text).quotes());
    }

    private static String words(String text, Quote quote) {
        return quote.parts().stream()
                .map(part -> text.substring(part.start(), part.end()))
                .collect(Collectors.joining(" / "));
    }
}
