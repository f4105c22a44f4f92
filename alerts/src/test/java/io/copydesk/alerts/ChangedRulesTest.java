package io.copydesk.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.Alert;
import io.copydesk.schemas.Cause;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that are added, changed and removed while alerts are raised. */
class ChangedRulesTest extends AlertsBed {

    @Test
    void anAddedRuleTellsOfWhatArrivesFromThenOnAndGoesOnWithWhatItTold() {
        start("rules: [{name: other, words: other}]");

        article("a", "quay.example", "Harbour strike begins", Cause.NEW);
        now = now.plusSeconds(1);
        add("strike", "harbour strike", now.plusSeconds(1));
        article("b", "quay.example", "Harbour strike, one that waited", Cause.NEW);
        now = now.plusSeconds(1);
        article("a", "quay.example", "Harbour strike begins", Cause.RELATIONS);
        article("c", "quay.example", "Harbour strike goes on", Cause.NEW);
        assertThat(alerts()).extracting(Alert::article).containsExactly("c");

        rules.put("strike", null, false, now.toEpochMilli());
        article("d", "quay.example", "Harbour strike still", Cause.NEW);
        add("strike", "harbour strike", now);
        article("c", "quay.example", "Harbour strike goes on, again", Cause.REVISED);
        article("e", "quay.example", "Harbour strike ends", Cause.NEW);
        assertThat(alerts()).extracting(Alert::article).containsExactly("e");
    }

    /** As if the role had stood still: what came before the rule is looked at after it. */
    @Test
    void whatWaitedWhenARuleWasAddedIsToldWhenItComesAgain() {
        start("rules: [{name: other, words: other}]");
        Instant added = now.plusSeconds(10);
        add("strike", "harbour strike", added);
        add("wide", "{\"name\":\"wide\",\"story-sites\":2}", added);
        add("quiet", "{\"name\":\"quiet\",\"feed-silent\":true}", added);

        article("a", "one.example", "Harbour strike begins", Cause.NEW);
        article("b", "two.example", "Vautrin wins", Cause.NEW);
        story("a", List.of("a", "b"));
        feed("2026-03-20T10:00:00Z");
        assertThat(alerts()).isEmpty();

        now = added.plusSeconds(1);
        article("a", "one.example", "Harbour strike goes on", Cause.REVISED);
        story("a", List.of("a", "b"));
        feed("2026-03-20T10:00:00Z");
        assertThat(alerts()).extracting(Alert::rule).containsExactly("strike", "wide", "quiet");
    }

    @Test
    void deadLettersThatCameBeforeTheirRuleDoNotCount() {
        start("rules: [{name: other, words: other}]");
        Instant added = now.plusSeconds(10);
        add("refusals", "{\"name\":\"refusals\",\"dead-letters\":{\"above\":3,\"within\":\"10m\"}}", added);

        letters(5, "fetch", "http-status");
        now = added.plusSeconds(1);
        letters(3, "fetch", "http-status");
        assertThat(alerts()).isEmpty();
        letters(1, "fetch", "http-status");
        assertThat(alerts()).extracting(Alert::deadLetters).containsExactly(4);
    }

    @Test
    void aChangedRuleTellsByItsNewWordsAloneAndOfNothingTwice() {
        start("rules: [{name: other, words: other}]");
        add("strike", "harbour", now);
        article("a", "one.example", "Harbour closed", Cause.NEW);
        add("strike", "ferry", now.plusMillis(20));
        add("strike", "bridge", now.plusMillis(30));
        now = now.plusMillis(30);
        article("b", "one.example", "Harbour still closed", Cause.NEW);
        article("c", "one.example", "Ferry cancelled", Cause.NEW);
        article("a", "one.example", "Harbour and bridge closed", Cause.REVISED);
        article("d", "one.example", "Bridge closed", Cause.NEW);

        assertThat(alerts()).extracting(Alert::article).containsExactly("a", "d");
    }

    @Test
    void aRuleThatIsReplacedByNoneTellsOfNothingUntilItIsARuleAgain() {
        start("rules: [{name: other, words: other}]");
        add("strike", "harbour", now);
        add("strike", "{\"name\":\"strike\",\"word\":\"harbour\"}", now);
        article("a", "one.example", "Harbour closed", Cause.NEW);
        add("strike", "harbour", now);
        article("b", "one.example", "Harbour still closed", Cause.NEW);

        assertThat(alerts()).extracting(Alert::article).containsExactly("b");
    }
}
