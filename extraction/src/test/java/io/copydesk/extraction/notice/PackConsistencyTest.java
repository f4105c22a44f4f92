package io.copydesk.extraction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.notice.NoticePattern.Element;
import io.copydesk.extraction.resource.ResourceLines;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The indexes before the patterns: a text that holds a phrase of a pack passes all of them, in any letters. */
class PackConsistencyTest {

    static final List<String> languages = NoticeLanguages.ALL;

    private static final NoticePack PACK = NoticePack.load();

    @ParameterizedTest
    @FieldSource("languages")
    void findsEveryPhraseOfThePackInATextThatConsistsOfIt(String language) {
        for (String line : ResourceLines.of(NoticePack.class, "notices/" + language + ".txt")) {
            if (line.startsWith("@")) {
                continue;
            }
            String[] fields = line.split("\\s+", 5);
            String rule = "notices/" + language + "/" + fields[0];
            for (List<Element> reading : PatternReader.read(fields[4])) {
                String text = sample(reading);
                assertThat(PACK.mayHoldPhrase(text)).as(rule + ": " + text).isTrue();
                assertThat(PACK.mayHoldPhrase(text.toUpperCase(Locale.ROOT) + ", and more"))
                        .as(rule + ": " + text)
                        .isTrue();
                FoldedWords words = NoticeWords.of(text);
                assertThat(PACK.startingAt(words, 0))
                        .as(rule + ": " + text)
                        .anyMatch(pattern -> pattern.rule().equals(rule) && pattern.matchAt(words, 0) != null);
            }
        }
    }

    /** The first alternative of each place. */
    private static String sample(List<Element> reading) {
        StringJoiner text = new StringJoiner(" ");
        for (Element element : reading) {
            if (element instanceof Element.Word word) {
                text.add(word.alternatives().get(0).replace("~", ""));
            } else if (element instanceof Element.Spelled spelled) {
                text.add(String.join("", spelled.alternatives().get(0)));
            } else if (element instanceof Element.Number) {
                text.add("7");
            }
        }
        return text.toString();
    }
}
