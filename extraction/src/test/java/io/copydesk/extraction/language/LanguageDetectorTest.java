package io.copydesk.extraction.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.language.LanguageDetector.Detection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {

    private final LanguageDetector detector = LanguageDetector.create();

    static Stream<String[]> texts() throws IOException {
        try (InputStream in = LanguageDetectorTest.class.getResourceAsStream("texts.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"));
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void tellsTheLanguageOfASentence(String language, String text) {
        assertThat(detector.detect(text)).map(Detection::language).hasValue(language);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void readsDecomposedAccentsAlike(String language, String text) {
        assertThat(detector.detect(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .map(Detection::language)
                .hasValue(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n",
                "12.30 – 14.45, 2026",
                "Storm",
                "Marlow Bay: Ostrand 3, Altenmoor 2",
                "東京",
                "qwkz vbnr plxt grmf zzxv hjkl wrtp bcdf",
                "de la a o"
            })
    void saysNothingAboutTextThatIsTooShortOrTellsNothing(String text) {
        assertThat(detector.detect(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "hi, नगर परिषद ने कहा कि",
        "mr, नगर परिषदेने सांगितले",
        "ne, नगर परिषदले भनेको छ",
        "ru, Мэрия закрыла мост",
        "tr, Köprü yine kapandı",
        "ar, أغلقت البلدية الجسر",
        "fa, پل قدیمی بسته شد",
        "en, The bridge is closed",
        "fr, Le pont est fermé à",
        "pl, Most został zamknięt",
        "ta, பாலம் மூடப்பட்டது"
    })
    void tellsTheLanguageOfTheFirstWordsOfASentence(String language, String text) {
        assertThat(detector.detect(text)).map(Detection::language).hasValue(language);
    }

    @ParameterizedTest
    @CsvSource({"zh-Hans, 市长说旧桥不会开放", "zh-Hant, 市長說舊橋不會開放", "zh, 山川日月", "ja, 市長は橋を開かないと語る"})
    void tellsTheFormOfChineseByCharactersOfOneForm(String language, String text) {
        assertThat(detector.detect(text)).map(Detection::language).hasValue(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sr-Latn | Veće je saopštilo da most neće biti otvoren pre proleća, jer se reka izlila.",
                "hr | Vijeće je priopćilo da most neće biti otvoren prije proljeća, jer se rijeka izlila."
            })
    void distinguishesSerbianInLatinLettersFromCroatian(String language, String text) {
        assertThat(detector.detect(text)).map(Detection::language).hasValue(language);
    }

    @Test
    void aDeclaredRelativeOfCroatianStays() {
        String text = "Vijeće je priopćilo da most neće biti otvoren prije proljeća, jer se rijeka izlila.";
        assertThat(detector.choose("bs", text, 0)).hasValue("bs");
        assertThat(detector.choose("hr", text, 0)).hasValue("hr");
        assertThat(detector.choose("fr", text, 0)).hasValue("hr");
    }

    @Test
    void readsLatinLettersThatAreTypedForCyrillicOnesTheyLookLike() {
        String text = "Градско веће је саопштило да мост неће бити отворен пре пролећа, јер се река излила.";
        String typed =
                text.replace('а', 'a').replace('е', 'e').replace('о', 'o').replace('ј', 'j');
        assertThat(detector.detect(typed)).map(Detection::language).hasValue("sr");
    }

    @Test
    void marksThatAreNoLettersDoNotBreakWords() {
        assertThat(detector.detect("أَغْلَقَتِ البَلَدِيَّةُ الجِسْرَ القَدِيمَ يَوْمَ الثُّلَاثَاءِ"))
                .map(Detection::language)
                .hasValue("ar");
    }

    @Test
    void saysNothingAboutNothing() {
        assertThat(detector.detect(null)).isEmpty();
    }

    @Test
    void saysNothingAboutAScriptItDoesNotKnow() {
        assertThat(detector.detect("សាលាក្រុងបាននិយាយថាស្ពានចាស់នឹងមិនបើកមុនរដូវប្រាំងទេ"))
                .isEmpty();
    }

    @Test
    void tellsAScriptDespiteTheLatinNamesInIt() {
        assertThat(detector.detect("ผู้ว่าฯ เปิดสะพาน Marlow Bay Harbour Bridge"))
                .map(Detection::language)
                .hasValue("th");
    }

    @Test
    void knowsItsLanguagesByAnyTagOfTheirs() {
        assertThat(detector.knows("pt-BR")).isTrue();
        assertThat(detector.knows("nb_NO")).isTrue();
        assertThat(detector.knows("gl")).isTrue();
        assertThat(detector.knows("km")).isFalse();
        assertThat(detector.knows("")).isFalse();
    }

    private static final String ENGLISH = "The council said that the bridge would not be opened before the spring, "
            + "and that it was not clear who will pay for all of the work.";

    @Test
    void choosesTheDetectedLanguageWhereNoneIsDeclared() {
        assertThat(detector.choose(null, ENGLISH, 2)).hasValue("en");
        assertThat(detector.choose(" ", ENGLISH, 2)).hasValue("en");
        assertThat(detector.choose(null, "Rain.", 0)).isEmpty();
    }

    @Test
    void choosesTheDeclaredLanguageUnlessTheTextIsSurelyInAnother() {
        double confidence = detector.detect(ENGLISH).orElseThrow().confidence();
        assertThat(detector.choose("es", ENGLISH, confidence)).hasValue("en");
        assertThat(detector.choose("es", ENGLISH, Math.nextUp(confidence))).hasValue("es");
        assertThat(detector.choose("en-GB", ENGLISH, 0)).hasValue("en-GB");
        assertThat(detector.choose("es", "Rain.", 0)).hasValue("es");
    }

    @Test
    void choosesAValidDeclaredLanguageThatItCannotRecognise() {
        assertThat(detector.choose("km", ENGLISH, 0)).hasValue("km");
        assertThat(detector.choose("qx", ENGLISH, 0)).hasValue("en");
    }

    @Test
    void formsOfOneLanguageDoNotContradictEachOther() {
        String norwegian =
                "Kommunen sier at broen ikke blir åpnet før våren, og at det ikke er klart hvem som skal betale.";
        assertThat(detector.detect(norwegian)).map(Detection::language).hasValue("no");
        assertThat(detector.choose("nb-NO", norwegian, 0)).hasValue("nb-NO");
        assertThat(detector.choose("sv", norwegian, 0)).hasValue("no");
    }

    @Test
    void standsHostileText() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(5000);
            while (text.length() < length) {
                text.append((char) random.nextInt(random.nextBoolean() ? 0x10000 : 0x250));
            }
            assertThat(detector.detect(text.toString())
                            .map(Detection::confidence)
                            .orElse(1.0))
                    .isBetween(0.0, 1.0);
        }
    }

    @Test
    void severalThreadsGetTheAnswersOfOne() throws Exception {
        List<String[]> texts = texts().toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(threads.submit(() -> texts.stream()
                        .map(text -> detector.detect(text[1]).orElseThrow().language())
                        .toList()));
            }
            for (Future<List<String>> answer : answers) {
                assertThat(answer.get(1, TimeUnit.MINUTES))
                        .isEqualTo(texts.stream().map(text -> text[0]).toList());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aForeignNoticeBelowTheTextDoesNotChangeItsLanguage() {
        String text = "The harbour was closed on Monday while divers looked for the anchor that the ferry had lost. "
                + "They found it after two hours, and all of the boats were able to leave before noon.\n\n"
                + "Este contenido es solo para los abonados de la edición digital.";
        assertThat(detector.detect(text)).map(Detection::language).hasValue("en");
    }

    @Test
    void isSurerOfALongTextThanOfAShortOne() {
        String sentence = "The council said that the bridge would not be opened before the spring. ";
        double brief = detector.detect(sentence).orElseThrow().confidence();
        double lengthy = detector.detect(sentence + "It was not clear who will pay for all of the work, "
                        + "or what they could do about it if there is more rain than there was in their first year.")
                .orElseThrow()
                .confidence();
        assertThat(lengthy).isGreaterThan(brief).isLessThanOrEqualTo(1);
    }
}
