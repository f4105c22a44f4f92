package io.copydesk.alerts.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.alerts.rule.Rule.OfArticle;
import io.copydesk.alerts.rule.Rule.OfDeadLetters;
import io.copydesk.alerts.rule.Rule.OfSilence;
import io.copydesk.alerts.rule.Rule.OfStory;
import io.copydesk.alerts.webhook.Webhook;
import io.copydesk.kit.config.ConfigException;
import io.copydesk.schemas.LanguageRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTest {

    @Test
    void readsEachKindOfRule() {
        List<Rule> rules = RuleFile.parse("""
                rules:
                  - name: tickets
                    words: [paper tickets, "strik*"]
                    all-words: railways
                    without: football
                    mentions: Stella Rudge
                    sites: Quay.example
                    languages: [en, zh]
                  - name: widely-told
                    story-sites: 5
                    words: [vautrin]
                  - name: quiet
                    feed-silent: true
                  - name: quiet-quay
                    feed-silent: [https://www.quay.example/feed.xml]
                  - name: refusals
                    dead-letters: {above: 20, within: 10m, stages: [fetch], reasons: [http-status]}
                """, "alerts.yaml").rules();

        assertThat(rules)
                .extracting(Rule::name)
                .containsExactly("tickets", "widely-told", "quiet", "quiet-quay", "refusals");
        assertThat(rules.get(0)).isInstanceOfSatisfying(OfArticle.class, rule -> {
            assertThat(rule.words().any())
                    .extracting(phrase -> phrase.written())
                    .containsExactly("paper tickets", "strik*");
            assertThat(rule.sites()).containsExactly("quay.example");
            assertThat(rule.languages()).extracting(LanguageRange::tag).containsExactly("en", "zh");
        });
        assertThat(rules.get(1))
                .isInstanceOfSatisfying(
                        OfStory.class, rule -> assertThat(rule.sites()).isEqualTo(5));
        assertThat(rules.get(2)).isEqualTo(new OfSilence("quiet", List.of()));
        assertThat(rules.get(3)).isEqualTo(new OfSilence("quiet-quay", List.of("https://www.quay.example/feed.xml")));
        assertThat(rules.get(4))
                .isEqualTo(new OfDeadLetters(
                        "refusals", 20, Duration.ofMinutes(10), List.of("fetch"), List.of("http-status")));
    }

    @Test
    void webhooksMayStandWithoutRules() {
        RuleFile.Content content =
                RuleFile.parse("webhooks: [{name: desk, url: https://hooks.desk.example/x, secret-env: S}]", "a.yaml");

        assertThat(content.rules()).isEmpty();
        assertThat(content.webhooks()).hasSize(1);
    }

    @Test
    void rulesToAddAreAListOrASingleRule() {
        assertThat(RuleFile.rules("name: a\nwords: x", "-"))
                .extracting(Rule::name)
                .containsExactly("a");
        assertThat(RuleFile.rules("rules: [{name: a, words: x}, {name: b, words: y}]", "-"))
                .hasSize(2);
        assertThatThrownBy(() -> RuleFile.rules("name: a\nwrods: x", "new.yaml"))
                .hasMessageStartingWith("new.yaml line 2: rule a: there is no field wrods; did you mean words?");
        assertThatThrownBy(() -> RuleFile.rules("rules: [{name: a, words: x}]\nwebhooks: []", "new.yaml"))
                .hasMessageContaining("new.yaml line 2: rules to add: there is no field webhooks");
        assertThatThrownBy(() -> RuleFile.rules("nothing", "new.yaml"))
                .hasMessage("new.yaml line 1: expected a list under rules:");
    }

    /** Articles and feeds have one spelling of their addresses; people write them as they come. */
    @Test
    void addressesAndTagsAreReadAsArticlesAndFeedsHaveThem() {
        List<Rule> rules = RuleFile.parse("""
                rules:
                - {name: a, sites: [www.Quay.example, "https://news.dock.example/x", münchen.example, co.uk, local], languages: [pt_BR, NO]}
                - {name: b, feed-silent: "HTTPS://WWW.Quay.example:443/feed.xml#new"}
                """, "a.yaml").rules();

        assertThat(rules.get(0)).isInstanceOfSatisfying(OfArticle.class, rule -> {
            assertThat(rule.sites())
                    .containsExactly("quay.example", "dock.example", "xn--mnchen-3ya.example", "co.uk", "local");
            assertThat(rule.languages()).extracting(LanguageRange::tag).containsExactly("pt-br", "no");
        });
        assertThat(rules.get(1)).isEqualTo(new OfSilence("b", List.of("https://www.quay.example/feed.xml")));
    }

    /** A bar is the end of a line. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            rules: [{name: a, word: x}]                                ; a.yaml line 1: rule a: there is no field word; did you mean words?
            rules:|- name: a|  words: x|- name: a|  words: y           ; a.yaml line 4: rule a: name is that of another rule too
            rules: [{name: A b, words: x}]                             ; a.yaml line 1: rule A b: name must be lower-case letters, digits and hyphens, at most 64
            rules:|- words: x                                          ; a.yaml line 2: a rule: it has no name
            rules:|- name: a|  without: x                              ; a.yaml line 2: rule a: asks for nothing
            rules:|- name: a|  words: "!?"                             ; a.yaml line 3: rule a: words : there is no word in "!?"
            rules:|- name: a|  words: {b: c}                           ; a.yaml line 3: rule a: words must be words, or a list of them
            rules:|- name: a|  story-sites: many                       ; a.yaml line 3: rule a: story-sites must be a number from 2 to 1000, but is many
            rules:|- name: a|  story-sites: 3|  mentions: x            ; a.yaml line 4: rule a: there is no field mentions; there are name, story-sites
            rules:|- name: a|  dead-letters: {above: 3, within: 1s}    ; a.yaml line 3: rule a, dead-letters: within must be a time from 10s to 7d, such as 10m, but is 1s
            rules:|- name: a|  dead-letters: {above: 3, within: 1m, stages: fetsch} ; a.yaml line 3: rule a, dead-letters: stages has no stage fetsch; did you mean fetch?
            rules:|- name: a|  name: b                                 ; a.yaml line 3: not readable as YAML: Duplicate field 'name'
            rules:|- name: a|  sites: quay example                     ; a.yaml line 3: rule a: sites has quay example, which is no domain such as quay.example
            rules:|- name: a|  languages: english                      ; a.yaml line 3: rule a: languages has english, which is no language tag such as en, pt-BR or zh-Hans
            rules:|- name: a|  feed-silent: false                      ; a.yaml line 3: rule a: feed-silent must be true, or URLs of feeds, but is false
            rules:|- name: a|  dead-letters: {above: 3, within: 1m, reasons: http_status} ; a.yaml line 3: rule a, dead-letters: reasons has http_status, which is no reason such as http-status
            rules: [{name: a, words: x}]|---|rules: [{name: b, words: x}] ; a.yaml line 3: a second document; all stands in one
            rule: []                                                   ; a.yaml line 1: the file: there is no field rule; did you mean rules?
            rules: 7                                                   ; a.yaml line 1: expected a list under rules:
            [a]                                                        ; a.yaml: expected a list under rules:
            """)
    void saysWhereAndWhatIsWrong(String yaml, String problem) {
        assertThatThrownBy(() -> RuleFile.parse(yaml.replace('|', '\n'), "a.yaml"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void readsWebhooks() {
        RuleFile.Content content = RuleFile.parse("""
                rules: [{name: a, words: x}]
                webhooks:
                  - {name: desk, url: "https://desk.example/hook", secret-env: DESK_SECRET, rules: a}
                  - {name: all, url: "https://other.example/", secret-file: all.secret}
                """, "a.yaml");

        assertThat(content.webhooks())
                .containsExactly(
                        new Webhook("desk", "https://desk.example/hook", "DESK_SECRET", null, List.of("a")),
                        new Webhook("all", "https://other.example/", null, "all.secret", List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {name: d, url: "ftp://d.example/", secret-env: S}                     ; webhook d: url must be an http or https URL
            {name: d, url: "https://a:b@d.example/", secret-env: S}               ; webhook d: url must be an http or https URL without user and password
            {name: d, url: "https://d.example/"}                                  ; webhook d: it needs either secret-env
            {name: d, url: "https://d.example/", secret: abc}                     ; webhook d: there is no field secret; there are name
            {name: d, url: "https://d.example/", secret-env: S, rules: tikets}    ; webhook d: rules has no rule tikets; did you mean tickets?
            {url: "https://d.example/", secret-env: S}                            ; webhook: name must be lower-case letters
            """)
    void saysWhatIsWrongWithAWebhook(String webhook, String problem) {
        assertThatThrownBy(
                        () -> RuleFile.parse("rules: [{name: tickets, words: x}]\nwebhooks:\n- " + webhook, "a.yaml"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("a.yaml line 3: " + problem);
    }

    @Test
    void saysAllProblemsAtOnce() {
        assertThatThrownBy(() -> RuleFile.parse("rules: [{name: a, wrods: x}, {name: b, site: y}, 3]", "a.yaml"))
                .hasMessageContaining("did you mean words?")
                .hasMessageContaining("did you mean sites?")
                .hasMessageContaining("a rule has fields");
    }

    @Test
    void keepsToLimits() {
        String many = "rules:\n" + "- {name: a, words: x}\n".repeat(RuleFile.MOST_RULES + 1);
        assertThatThrownBy(() -> RuleFile.parse(many, "a.yaml")).hasMessageContaining("201 rules; the most are 200");
        assertThatThrownBy(() -> RuleFile.parse("rules: [{name: a, words: [" + "x,".repeat(201) + "]}]", "a.yaml"))
                .hasMessageContaining("words has 201 values; the most are 200");
        assertThatThrownBy(() -> RuleFile.parse("rules: [{name: a, words: " + "x".repeat(201) + "}]", "a.yaml"))
                .hasMessageContaining("more than 200 characters");
        assertThatThrownBy(() -> RuleFile.parse("rules: [[[[[[[[]]]]]]]]", "a.yaml"))
                .hasMessageContaining("too deeply");
    }

    @Test
    void saysThatThereIsNoFile(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> RuleFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("rules file not found");
        Path file = Files.writeString(folder.resolve("a.yaml"), "rules: [{name: a, words: x}]");
        assertThat(RuleFile.read(file).rules()).hasSize(1);
    }
}
