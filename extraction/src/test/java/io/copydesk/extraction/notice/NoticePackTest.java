package io.copydesk.extraction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.resource.ResourceLines;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class NoticePackTest {

    static final List<String> languages = NoticeLanguages.ALL;

    @Test
    void loadsEveryPhraseOfEveryPack() {
        assertThat(NoticePack.load().startingAt(NoticeWords.of("Subscribe to our newsletter"), 0))
                .isNotEmpty();
    }

    @Test
    void theIndexNamesEveryPackOnceAndNoOther() throws IOException, URISyntaxException {
        assertThat(languages).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(tags("notices"));
    }

    @Test
    void everyVocabularyBelongsToAPack() throws IOException, URISyntaxException {
        assertThat(languages).containsAll(tags("vocabulary"));
    }

    @Test
    void languagesThatReadAlikeAreInTheIndex() {
        assertThat(ResourceLines.words(ResourceLines.of(NoticePack.class, "languages.txt")))
                .containsExactlyInAnyOrderElementsOf(languages);
    }

    @Test
    void packsAreNamedByTheTagThatArticlesAreComparedBy() {
        assertThat(languages)
                .allSatisfy(
                        language -> assertThat(NoticeLanguages.packOf(language)).isEqualTo(language));
        assertThat(NoticeLanguages.packOf("nb-NO")).isEqualTo("no");
        assertThat(NoticeLanguages.packOf(null)).isNull();
    }

    @ParameterizedTest
    @FieldSource("languages")
    void holdsNoMistake(String language) {
        assertThat(PackLint.check(lines(language))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("languages")
    void cutsGluedTeasersAndKnowsReportsAndCredits(String language) {
        assertThat(lines(language))
                .anyMatch(line -> line.startsWith("@glued "))
                .anyMatch(line -> line.startsWith("@report "))
                .anyMatch(line -> line.startsWith("@credit "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            share-1 lines 3 - share this           ; not a phrase: share-1 lines 3 - share this
            share-1 line 4 - share this            ; not a phrase: share-1 line 4 - share this
            share-1 line 3 - share this            ; id used twice: share-1
            gossip-1 line 3 - share this           ; gossip-1: no such kind
            share-901 line 3 - copy link           ; share-901: the same as share-900
            share-902 line 3 - copi~ link          ; share-902: must start with a whole word or a number
            share-903 line 3 - copy? link          ; share-903: must start with a whole word or a number
            share-904 line 3 - * link              ; share-904: must start with a whole word or a number
            share-905 line 3 - copy the//link      ; share-905: empty alternative in the//link
            share-906 line 3 - copy link/Link      ; share-906: twice in one place: Link
            share-907 line 3 - send e-mail         ; share-907: can never be met: e-mail
            metered-count-908 line 3 percent # left ; metered-count-908: percent without # %
            @rumour said | says                    ; no such list: @rumour
            @report said | said                    ; @report: empty or twice: "said"
            @report has said                       ; @report: can never be met: has said
            """)
    void findsMistakes(String line, String problem) {
        List<String> pack = new ArrayList<>(lines("en"));
        pack.add("share-900 line 3 - copy link");
        pack.add(line);
        assertThat(PackLint.check(pack)).contains(problem);
    }

    @Test
    void missesKindsThatAPackDoesNotHave() {
        assertThat(PackLint.check(List.of("share-1 line 3 - share this")))
                .contains("no phrase of kind cookies", "no phrase with the effect percent")
                .doesNotContain("no phrase of kind share");
    }

    @Test
    void readsSpelledAlternativesAndNumbersThatMayBeMissing() {
        assertThat(PatternReader.read("会員/購読者 限定").get(0)).hasSize(2);
        assertThat(PatternReader.read("comments #?")).hasSize(2);
        assertThat(PatternReader.read("now/#")).hasSize(2);
    }

    private static List<String> tags(String folder) throws IOException, URISyntaxException {
        try (Stream<Path> files =
                Files.list(Path.of(NoticePack.class.getResource(folder).toURI()))) {
            return files.map(file -> file.getFileName().toString().replace(".txt", ""))
                    .toList();
        }
    }

    private static List<String> lines(String language) {
        return ResourceLines.of(NoticePack.class, "notices/" + language + ".txt");
    }
}
