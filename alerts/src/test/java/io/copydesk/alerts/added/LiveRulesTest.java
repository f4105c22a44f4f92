package io.copydesk.alerts.added;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.alerts.rule.Rule;
import io.copydesk.alerts.rule.RuleFields;
import io.copydesk.alerts.rule.RuleFile;
import io.copydesk.schemas.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveRulesTest {

    private static final String FILE = """
            rules:
            - {name: tickets, words: ["paper tickets", "strik*"], all-words: rail, without: x, mentions: Rudge, sites: Quay.example, languages: [en, zh]}
            - {name: wide, story-sites: 5, words: vautrin}
            - {name: quiet, feed-silent: true}
            - {name: quiet-quay, feed-silent: "https://www.quay.example/feed.xml"}
            - {name: refusals, dead-letters: {above: 20, within: 10m, stages: [fetch], reasons: [http-status]}}
            """;

    private final List<Rule> file = RuleFile.rules(FILE, "a.yaml");
    private final LiveRules rules = new LiveRules(file);
    private final TopicRules topic = new TopicRules();

    @Test
    void aRuleIsTheSameRuleAfterItWasInTheTopic() {
        for (Rule rule : file) {
            assertThat(RuleFile.rule(Json.bytes(RuleFields.of(rule)))).isEqualTo(rule);
        }
    }

    @Test
    void anAddedRuleHoldsFromItsTimeOnAndUntilItIsRemoved() {
        rules.put("ferry", json("{'name':'ferry','words':'ferry'}"), false, 70);

        assertThat(rules.now().of(Rule.OfArticle.class)).extracting(Rule::name).containsExactly("tickets", "ferry");
        assertThat(rules.since("ferry")).isEqualTo(70);
        assertThat(rules.since("tickets")).isEqualTo(Long.MIN_VALUE);

        rules.put("ferry", null, false, 80);
        assertThat(rules.since("ferry")).isEqualTo(Long.MAX_VALUE);
        assertThat(rules.now().of(Rule.OfArticle.class)).extracting(Rule::name).containsExactly("tickets");
    }

    @Test
    void aRuleOfTheFileCannotBeChangedFromTheTopic() {
        rules.put("tickets", json("{'name':'tickets','words':'other'}"), false, 70);
        assertThat(rules.now().of(Rule.OfArticle.class)).containsExactly((Rule.OfArticle) file.get(0));
        rules.put("tickets", null, false, 71);
        assertThat(rules.now().of(Rule.OfArticle.class)).containsExactly((Rule.OfArticle) file.get(0));

        topic.put("tickets", json("{'name':'tickets','words':'rail'}"), true, 70);
        String sentence = "rule tickets is in the file of the role alerts, and can be changed there alone";
        assertThatThrownBy(() -> topic.requireAddable(List.of(file.get(0)))).hasMessage(sentence);
        assertThatThrownBy(() -> topic.requireRemovable(List.of("tickets"))).hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {'name':'a','word':'x'}                 ; rule a: there is no field word; did you mean words?
            {'name':'b','words':'x'}                ; its name is b, and not that of its key
            {'name':'a'}                            ; rule a: asks for nothing
            {'name':'a','story-sites':1}            ; rule a: story-sites must be a number from 2 to 1000, but is 1
            ['a']                                   ; a rule has fields, such as name: and words:
            {'name':'a'                             ; not readable as JSON
            nothing                                 ; not readable as JSON
            """)
    void whatIsNoRuleIsRefusedWithTheReason(String value, String reason) {
        topic.put("a", json(value), false, 1);
        rules.put("a", json(value), false, 1);

        assertThat(topic.all())
                .singleElement()
                .satisfies(rule -> assertThat(rule.refused()).contains(reason));
        assertThat(rules.now().of(Rule.class)).hasSize(file.size());
    }

    @Test
    void aReasonHasNothingThatSteersATerminalOrTurnsTheWordsBehindIt() {
        String hostile = "a\\u001b[31m\\u202e";
        topic.put("a", json("{'name':'" + hostile + "','words':'x'}"), false, 1);
        topic.put("b", json("{'name':'b','" + "x".repeat(5_000) + "':'x'}"), false, 1);

        assertThat(topic.all().get(0).refused())
                .isEqualTo("rule a[31m: name must be lower-case letters, digits and hyphens, at most 64");
        assertThat(topic.all().get(1).refused()).hasSizeLessThan(2_100);
    }

    @Test
    void aValueThatIsTooLargeIsRefused() {
        topic.put("a", json("{'name':'a','words':'" + "x".repeat(1024 * 1024) + "'}"), false, 1);

        assertThat(topic.all()).extracting(TopicRule::refused).containsExactly("it is larger than 1 MiB");
    }

    @Test
    void theMostRulesAreThoseOfTheFileAndTheAddedOnesTogether() {
        for (int i = 299; i >= 100; i--) {
            rules.put("r" + i, json("{'name':'r" + i + "','words':'x'}"), false, i);
            topic.put("r" + i, json("{'name':'r" + i + "','words':'x'}"), false, i);
        }

        assertThat(rules.now().of(Rule.class))
                .hasSize(RuleFile.MOST_RULES)
                .extracting(Rule::name)
                .contains("tickets", "r100", "r294")
                .doesNotContain("r295");
        assertThat(topic.all()).allMatch(rule -> rule.refused() == null);
        assertThatThrownBy(() -> topic.requireAddable(List.of(file.get(0))))
                .hasMessage("there would be 201 rules; the most are 200");
        topic.requireAddable(List.of(RuleFile.rule(json("{'name':'r100','words':'y'}"))));
    }

    @Test
    void aNameThatIsNotThereIsAnsweredWithTheNearest() {
        topic.put("ferries", json("{'name':'ferries','words':'x'}"), false, 1);

        topic.requireRemovable(List.of("ferries"));
        assertThatThrownBy(() -> topic.requireRemovable(List.of("feries")))
                .hasMessage("there is no rule feries; did you mean ferries?");
    }

    @Test
    void theTopicIsToShowTheRulesOfTheFileAlone() {
        rules.put("tickets", Json.bytes(RuleFields.of(file.get(0))), true, 1);
        rules.put("wide", json("{'name':'wide','story-sites':9}"), true, 1);
        rules.put("quiet", json("{'name':'quiet','words':'added by hand'}"), false, 1);
        rules.put("earlier", json("{'name':'earlier','words':'x'}"), true, 1);
        rules.put("added", json("{'name':'added','words':'x'}"), false, 1);

        assertThat(rules.unshown().keySet()).containsExactly("wide", "quiet", "quiet-quay", "refusals", "earlier");
        assertThat(rules.unshown().get("earlier")).isEmpty();
        assertThat(rules.overwritten()).extracting(Rule::name).containsExactly("quiet", "quiet-quay", "refusals");
        assertThat(rules.now().of(Rule.OfArticle.class)).extracting(Rule::name).containsExactly("tickets", "added");
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
