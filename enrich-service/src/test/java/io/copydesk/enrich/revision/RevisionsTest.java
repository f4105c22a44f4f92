package io.copydesk.enrich.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.Corpus;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Pipeline;
import io.copydesk.schemas.Revision;
import io.copydesk.schemas.Revision.Kind;
import org.junit.jupiter.api.Test;

class RevisionsTest {

    private final Article first =
            Corpus.article("a", "a.example", "2031-03-01T00:00:00Z", "Old", "It rains. It is cold.");
    private final Article second = Corpus.revised(first, "It rains. It is cold. Snow follows on Friday evening.");

    @Test
    void countsSentencesAndNamesTheVersions() {
        Revision revision = Revisions.between(first, second);
        assertThat(revision.version()).isEqualTo(2);
        assertThat(revision.previousVersion()).isEqualTo(1);
        assertThat(revision.added()).isEqualTo(1);
        assertThat(revision.removed()).isZero();
        assertThat(revision.kind()).isEqualTo(Kind.EDITORIAL);
        assertThat(revision.headlineChanged()).isFalse();
    }

    @Test
    void tellsWhichNumbersChangedAndHowMuch() {
        Article before = Corpus.article(
                "a", "a.example", null, "Fire", "The fire killed 12 people. It burned 3,400 hectares. Roads are shut.");
        Article after = Corpus.revised(before, "The fire killed 15 people. It burned 3,400 hectares. Roads are shut.");

        Revision revision = Revisions.between(before, after);

        assertThat(revision.numbersBefore()).containsExactly("12");
        assertThat(revision.numbersAfter()).containsExactly("15");
        assertThat(revision.edited()).isEqualTo(1);
        assertThat(revision.added() + revision.removed() + revision.moved()).isZero();
        assertThat(revision.size()).isBetween(0.05, 0.1);
    }

    /** Numbers with many separators overflowed the stack, which ends the service. */
    @Test
    void aNumberOfAnyLengthIsOneNumber() {
        String number = "1.2,3:".repeat(100_000) + "4";
        Article before = Corpus.article("a", "a.example", null, "Fire", number);
        assertThat(Revisions.between(before, Corpus.revised(before, "5")).numbersBefore())
                .containsExactly(number);
    }

    @Test
    void aMovedSentenceChangesNoWord() {
        Article before = Corpus.article("a", "a.example", null, "Fire", "One came. Two left early. Three stayed.");
        Article after = Corpus.revised(before, "Three stayed. One came. Two left early.");

        Revision revision = Revisions.between(before, after);

        assertThat(revision.moved()).isEqualTo(1);
        assertThat(revision.size()).isZero();
    }

    @Test
    void keepsTheEarlierHeadline() {
        Article renamed = Corpus.article("a", "a.example", null, "New", "It rains. It is cold.");
        assertThat(Revisions.between(first, renamed).previousHeadline()).isEqualTo("Old");
    }

    @Test
    void theSamePageCleanedByOtherRulesIsACleaningRevision() {
        Pipeline byOtherRules =
                second.pipeline().toBuilder().extractor("cleaner 2").build();
        Article cleaned = second.toBuilder().pipeline(byOtherRules).build();
        assertThat(Revisions.between(first, cleaned).kind()).isEqualTo(Kind.CLEANING);
    }

    @Test
    void versionsThatDifferInLearnedBoilerplateAloneAreACleaningRevision() {
        Article next = Corpus.revised(first, first.articleBody());

        Revision revision = Revisions.between(first, next);

        assertThat(revision.kind()).isEqualTo(Kind.CLEANING);
        assertThat(revision.changes()).isEmpty();
    }
}
