package io.copydesk.extraction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SenderNotesTest {

    private static final String TEXT =
            "The harbour of Lindhaven reopened on Tuesday after eleven weeks of repairs, and the first ferry to the islands left on time with four hundred passengers. "
                    .repeat(4)
                    .strip();

    private final NoticeFilter filter = NoticeFilter.create();

    @Test
    void whatTheSenderSaysOfItselfGoes() {
        assertThat(kept(
                        "en",
                        TEXT,
                        "About Kelm Cranes Ltd",
                        "Founded in 1911, Kelm Cranes builds cranes for small harbours and keeps thirty people busy.",
                        "Media contact",
                        "Ada Lund, +44 1632 960 120, press@kelm.example"))
                .containsExactly(TEXT);
        assertThat(kept("tr", TEXT, "Kelm Vinç hakkında", "Kelm Vinç, küçük limanlar için otuz kişiyle vinç yapar."))
                .containsExactly(TEXT);
        assertThat(kept("ja", TEXT, "【会社概要】", "会社名：株式会社しらかば書房、所在地：白樺谷町一丁目")).containsExactly(TEXT);
    }

    @Test
    void partsOfTheArticleStay() {
        String[] onSomethingElse = {TEXT, "About Kelm", "Nobody knew when the crane would come back to the quay."};
        assertThat(kept("en", onSomethingElse)).containsExactly(onSomethingElse);
        String[] noName = {TEXT, "About the storm", "The storm of January broke the wall of the old quay in two places."
        };
        assertThat(kept("en", noName)).containsExactly(noName);
        String[] goesOn = {TEXT, "About Kelm Cranes", "Kelm Cranes builds cranes for small harbours.", TEXT + " Again."
        };
        assertThat(kept("en", goesOn)).containsExactly(goesOn);
        String[] noAddress = {TEXT, "Press contact", "The mayor says that nobody asked him about the new quay."};
        assertThat(kept("en", noAddress)).containsExactly(noAddress);
    }

    private List<String> kept(String language, String... texts) {
        List<Passage> article = new ArrayList<>();
        for (String text : texts) {
            article.add(new Passage(article.size(), text, false, 0));
        }
        return filter.filter(article, language).kept().stream()
                .map(Passage::text)
                .toList();
    }
}
