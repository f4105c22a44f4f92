package io.copydesk.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.notice.Passage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorLineTest {

    private static final String TEXT =
            "The harbour of Lindhaven reopened on Tuesday after eleven weeks of repairs, and the first ferry to the islands left on time.";
    private static final List<String> AUTHORS = List.of("Mara Velt", "Ole");

    @Test
    void findsABylineGluedToItsDate() {
        assertThat(found("Mara Velt for the Herald12 March 2024 | 09:00", TEXT))
                .containsExactly("Mara Velt for the Herald12 March 2024 | 09:00");
        assertThat(found("By Mara Velt, 12/03/2024", TEXT)).hasSize(1);
    }

    @Test
    void leavesSentencesOtherNamesAndWhatStandsBelowTheText() {
        assertThat(found("Mara Velt counted 12 boats.", TEXT)).isEmpty();
        assertThat(found("Mara Velt and the sea", TEXT)).isEmpty();
        assertThat(found("Ole 12 March 2024", TEXT)).isEmpty();
        assertThat(found(TEXT, "Mara Velt 12 March 2024")).isEmpty();
        assertThat(found("Mara Velt 12 March 2024")).isEmpty();
    }

    @Test
    void findsTheCardOfTheirReadersBelowTheText() {
        assertThat(found(TEXT, "Mara Velt reporter 1,204 followers"))
                .containsExactly("Mara Velt reporter 1,204 followers");
        assertThat(found(TEXT, "Jane Doe reporter 1,204 followers")).isEmpty();
    }

    private static List<String> found(String... texts) {
        List<Passage> passages = new ArrayList<>();
        for (String text : texts) {
            passages.add(new Passage(passages.size(), text, false, 0));
        }
        return AuthorLine.find(passages, AUTHORS).removed().stream()
                .map(line -> line.removed().text())
                .toList();
    }
}
