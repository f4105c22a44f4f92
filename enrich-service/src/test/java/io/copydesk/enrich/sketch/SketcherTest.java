package io.copydesk.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.Corpus;
import io.copydesk.enrich.sketch.Shingles.Containment;
import io.copydesk.enrich.sketch.Term.Kind;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SketcherTest {

    @Test
    void namesAreFoundWhereverTheyStand() {
        assertThat(Sketcher.terms(Corpus.article("bridge-1")))
                .filteredOn(term -> term.kind() == Kind.NAME)
                .extracting(Term::shown)
                .contains("Sofie Landau", "Heron Bridge", "Altenmoor")
                .doesNotContain("Sunday", "The", "Engineers");
    }

    @Test
    void numbersLoseTheirSeparatorsAndYearsDoNotCount() {
        Article article = Corpus.article("n", "n.example", null, null, "In 2031 it cost 4,300,000 crowns.");
        assertThat(Sketcher.terms(article))
                .filteredOn(term -> term.kind() == Kind.NUMBER)
                .extracting(Term::text)
                .containsExactly("4300000");
    }

    @Test
    void survivesItsStoreUnchanged() throws IOException {
        Sketch sketch = Sketcher.sketch(Corpus.article("island-2"));
        assertThat(Json.read(Json.bytes(sketch), Sketch.class)).isEqualTo(sketch);
    }

    @Test
    void aLongTextIsSampledAndStillComparable() {
        String part = IntStream.range(0, 2_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        String whole =
                part + IntStream.range(0, 8_000).mapToObj(i -> " other" + i).collect(Collectors.joining());
        Shingles shorter = shingles(part);
        Shingles longer = shingles(whole);
        Containment containment = shorter.in(longer);
        assertThat(shorter.size()).isBetween(100, 256);
        assertThat(longer.size()).isBetween(100, 256);
        assertThat(containment.ofFirst()).isGreaterThan(0.95);
        assertThat(containment.ofSecond()).isBetween(0.1, 0.3);
    }

    @Test
    void textsThatShareAMenuShareNothing() {
        String menu =
                " Home News Sports Weather Contact us Privacy policy Follow us on Facebook Subscribe to our newsletter";
        Containment shared = shingles("Rain reaches the lowlands tonight." + menu)
                .in(shingles("Bees moved into an empty theatre." + menu));
        assertThat(shared.common()).isZero();
    }

    @Test
    void aLanguageWithoutAListHasTheStopWordsOfEnglish() {
        WordSet english = StopWords.of("en");
        assertThat(english.contains("the")).isTrue();
        assertThat(english).isSameAs(StopWords.of("qzx")).isSameAs(StopWords.of("sw"));
        assertThat(StopWords.of("no").contains("og")).isTrue();
        assertThat(StopWords.of("no").contains("the")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "en-GB", "../../secret", "x-klingon", "zz"})
    void anyLanguageTagIsBorne(String tag) {
        assertThat(Sketcher.terms(
                        Corpus.article("rain").toBuilder().inLanguage(tag).build()))
                .isNotEmpty();
    }

    @Test
    void aNameSoundsAlikeInAnyScript() {
        Article english = Corpus.article(
                "en", "e.example", null, null, "Yesterday the mayor Marta Kovalenko spoke of ٣٤٥ boats.");
        Article russian =
                Corpus.article("ru", "r.example", null, null, "Вчера мэр Марта Коваленко говорила о 345 лодках.")
                        .toBuilder()
                        .inLanguage("ru")
                        .build();
        assertThat(across(russian)).isNotEmpty().isEqualTo(across(english)).contains("~#345");
    }

    @Test
    void aForeignNameIsHeardInChinese() {
        Article chinese = Corpus.article("zh", "z.example", null, null, "市长玛尔塔·科瓦连科周二说，大桥不会在春天以前开放。").toBuilder()
                .inLanguage("zh")
                .build();
        Article english = Corpus.article(
                "en", "e.example", null, null, "On Tuesday the mayor Marta Kovalenko said the bridge would stay shut.");
        assertThat(across(chinese)).contains("~mlt", "~kfln");
        assertThat(across(english)).contains("~mlt", "~kfln");
    }

    @ParameterizedTest
    @CsvSource({
        "法院判处林致远监禁。林致远将上诉。, The court sent Lin Zhiyuan to prison., ~=linzhiyuan",
        "法院判處歐陽明監禁。律師說歐陽明將上訴。, Das Gericht verurteilte Ouyang Ming., ~=ouyangming",
        "曾丹周二说不会辞职。市长曾丹, El alcalde Zeng Dan no dimite., ~=zengdan"
    })
    void theNameOfAChineseMeetsItsPinyin(String chinese, String elsewhere, String key) {
        Article written = Corpus.article("zh", "z.example", null, null, chinese).toBuilder()
                .inLanguage("zh")
                .build();
        assertThat(across(written)).contains(key);
        assertThat(across(Corpus.article("x", "x.example", null, null, elsewhere)))
                .contains(key);
    }

    @Test
    void whatFollowsASurnameOnceIsNoName() {
        Article chinese = Corpus.article("zh", "z.example", null, null, "市长在周二说，安全方面没有问题。").toBuilder()
                .inLanguage("zh")
                .build();
        assertThat(across(chinese)).noneMatch(term -> term.startsWith("~="));
    }

    @ParameterizedTest
    @CsvSource({
        "ar, قال عمدة ليفينغستون يوم الثلاثاء إن الجسر سيبقى مغلقا., ~lfnk",
        "ar, وصلت السفينة إلى إندونيسيا بعد العاصفة, ~antn",
        "he, השר אמר שקוואנו יישאר בתפקידו, ~kfn",
        "he, שיחה עם פוטין ביום שלישי, ~ptn",
        "hi, जहाज़ तूफ़ान के बाद इंडोनेशिया पहुँचा और कोवालेंको ने कहा, ~kfln",
        "hi, जहाज़ तूफ़ान के बाद जर्मनी पहुँचा, ~klmn",
        "zh, 船在暴风雨后抵达德国, ~klmn",
        "ja, 船は嵐の後にドイツに着いた, ~klmn"
    })
    void namesInScriptsWithoutCapitalsMeetTheirEnglishSpelling(String language, String text, String key) {
        Article article = Corpus.article(language, "x.example", null, null, text).toBuilder()
                .inLanguage(language)
                .build();
        assertThat(across(article)).contains(key);
    }

    @Test
    void vowelSignsDoNotCutWords() {
        assertThat(WordTokenizer.of("जर्मनी की नदी").stream().map(Word::text)).containsExactly("जर्मनी", "की", "नदी");
    }

    private static List<String> across(Article article) {
        return Sketcher.terms(article).stream()
                .filter(term -> term.kind() == Kind.ACROSS)
                .map(Term::text)
                .toList();
    }

    private static Shingles shingles(String body) {
        return Sketcher.fingerprint(Corpus.article("a", "a.example", null, null, body))
                .samples()
                .shingles();
    }
}
