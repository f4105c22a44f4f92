package io.copydesk.enrich.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.Revision.Change;
import io.copydesk.schemas.Revision.Operation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SentenceDiffTest {

    @Test
    void equalTextsDoNotDiffer() {
        assertThat(SentenceDiff.between(List.of("a b", "c d"), List.of("a b", "c d")))
                .isEmpty();
    }

    @Test
    void namesWhatWasAddedAndRemoved() {
        assertThat(SentenceDiff.between(
                        List.of("The ferry sank.", "Nobody was hurt.", "The search goes on."),
                        List.of("The ferry sank.", "The search goes on.", "Divers come tomorrow from Velmark.")))
                .containsExactly(
                        new Change(Operation.REMOVED, "Nobody was hurt.", null),
                        new Change(Operation.ADDED, "Divers come tomorrow from Velmark.", null));
    }

    @Test
    void pairsAnEditedSentenceWithWhatItWas() {
        assertThat(SentenceDiff.between(
                        List.of("Three sailors were hurt on Monday.", "More soon."),
                        List.of("Five sailors were hurt on Monday.", "More soon.")))
                .containsExactly(new Change(
                        Operation.EDITED, "Five sailors were hurt on Monday.", "Three sailors were hurt on Monday."));
    }

    @Test
    void pairsEditedSentencesInScriptsWithoutSpaces() {
        assertThat(SentenceDiff.between(List.of("橋は三月に開通する。"), List.of("橋は四月に開通する。")))
                .extracting(Change::operation)
                .containsExactly(Operation.EDITED);
    }

    @Test
    void aSentenceThatChangedPlaceWasMoved() {
        assertThat(SentenceDiff.between(
                        List.of("One came first.", "Two.", "Three.", "Four."),
                        List.of("Two.", "Three.", "Four.", "One came first.")))
                .containsExactly(new Change(Operation.MOVED, "One came first.", null));
    }

    @Test
    void aRepeatedSentenceIsCountedEachTime() {
        assertThat(SentenceDiff.between(List.of("Again."), List.of("Again.", "Again.", "Again.")))
                .containsExactly(
                        new Change(Operation.ADDED, "Again.", null), new Change(Operation.ADDED, "Again.", null));
    }

    @Test
    void hugeTextsAreComparedAsBags() {
        List<String> before =
                IntStream.range(0, 30_000).mapToObj(i -> "old " + i).toList();
        List<String> after = IntStream.range(15_000, 45_000)
                .mapToObj(i -> i < 30_000 ? "old " + i : "new " + i)
                .toList();
        List<Change> changes = SentenceDiff.between(before.subList(0, 30_000), reversed(after));
        assertThat(changes.stream().filter(c -> c.operation() == Operation.ADDED))
                .hasSize(15_000);
        assertThat(changes.stream().filter(c -> c.operation() == Operation.REMOVED))
                .hasSize(15_000);
    }

    /** Each of 20,000 sentences was looked up in one of 200,000 words, word by word. */
    @Test
    @Timeout(30)
    void aSentenceOfManyWordsIsComparedWithManyShortOnes() {
        List<String> before =
                IntStream.range(0, 19_000).mapToObj(i -> "old " + i).toList();
        String after = IntStream.range(0, 200_000).mapToObj(i -> "new" + i).collect(Collectors.joining(" "));
        assertThat(SentenceDiff.between(before, List.of(after))).hasSize(19_001);
        assertThat(SentenceDiff.between(List.of(after), before)).hasSize(19_001);
    }

    private static List<String> reversed(List<String> list) {
        return IntStream.range(0, list.size())
                .mapToObj(i -> list.get(list.size() - 1 - i))
                .toList();
    }
}
