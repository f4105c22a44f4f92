package io.copydesk.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.Alert;
import io.copydesk.schemas.Alert.Kind;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Cause;
import io.copydesk.schemas.EventHeaders;
import io.copydesk.schemas.Mention;
import io.copydesk.schemas.TopicHeader;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

class AlertsTopologyTest extends AlertsBed {

    @Test
    void tellsOfAnArticleOnce() {
        start("rules: [{name: strike, words: harbour strike}]");

        article("a", "quay.example", "Harbour strike begins", Cause.NEW);
        article("a", "quay.example", "Harbour strike begins", Cause.RELATIONS);
        article("a", "quay.example", "Harbour strike begins, again", Cause.REVISED);
        article("b", "quay.example", "Nothing of the kind", Cause.NEW);

        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.id()).isEqualTo(Alert.id("strike", Kind.ARTICLE, "a"));
            assertThat(alert.kind()).isEqualTo(Kind.ARTICLE);
            assertThat(alert.article()).isEqualTo("a");
            assertThat(alert.headline()).isEqualTo("Harbour strike begins");
            assertThat(alert.matched()).containsExactly("harbour strike");
            assertThat(alert.site()).isEqualTo("quay.example");
        });
    }

    @Test
    void tellsOfAnArticleThatMeetsARuleInALaterVersion() {
        start("rules: [{name: strike, words: harbour strike}]");

        article("a", "quay.example", "Workers gather", Cause.NEW);
        assertThat(alerts()).isEmpty();
        article("a", "quay.example", "Harbour strike begins", Cause.REVISED);

        assertThat(alerts()).hasSize(1);
    }

    @Test
    void allConditionsOfARuleMustHold() {
        start("""
                rules:
                - {name: site, sites: quay.example, words: strike}
                - {name: language, languages: [de], words: strike}
                - {name: tag, languages: [en], words: strike}
                - {name: both, all-words: [strike, harbour]}
                - {name: not, words: strike, without: harbour}
                - {name: named, mentions: rudge}
                - {name: named-and-said, mentions: rudge, words: elsewhere}
                """);

        put(
                Topics.ENRICHED_ARTICLES,
                "a",
                made("a", "news.quay.example", "Strike in the harbour")
                        .inLanguage("en-GB")
                        .mentions(List.of(new Mention(Mention.PERSON, "Stella Rudge", null, null, null)))
                        .build(),
                Cause.NEW);

        assertThat(alerts()).extracting(Alert::rule).containsExactly("both", "named", "site", "tag");
    }

    @Test
    void anArticleWhosePageIsGoneIsNotToldOf() {
        start("rules: [{name: strike, words: strike}]");

        Article article = made("a", "quay.example", "Strike").build();
        Article gone = article.toBuilder()
                .pipeline(article.pipeline().toBuilder()
                        .withdrawn(new io.copydesk.schemas.Withdrawal("2026-03-25T10:00:00Z", List.of()))
                        .build())
                .build();
        put(Topics.ENRICHED_ARTICLES, "a", gone, Cause.NEW);
        assertThat(alerts()).isEmpty();

        put(Topics.ENRICHED_ARTICLES, "a", article, Cause.RETURNED);
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void whatCameLongBeforeTheFirstStartIsNoNews() {
        start("rules: [{name: strike, words: strike}, {name: wide, story-sites: 2}]");
        now = START.minus(Duration.ofHours(3));
        article("a", "one.example", "Strike", Cause.NEW);
        article("b", "two.example", "Strike", Cause.NEW);
        story("a", List.of("a", "b"));
        assertThat(alerts()).isEmpty();

        now = START.plusSeconds(5);
        article("a", "one.example", "Strike goes on", Cause.REVISED);
        article("c", "three.example", "Strike", Cause.NEW);
        story("a", List.of("a", "b", "c"));

        assertThat(alerts()).extracting(Alert::article).containsExactly("c");
    }

    @Test
    void anArticleThatWasForgottenIsNotToldOfForItsRelations() {
        start("rules: [{name: strike, words: strike}]");
        article("a", "one.example", "Strike", Cause.NEW);
        assertThat(alerts()).hasSize(1);

        now = now.plus(Duration.ofDays(100));
        article("b", "one.example", "Other", Cause.NEW);
        driver.advanceWallClockTime(Duration.ofHours(2));
        put(
                Topics.ENRICHED_ARTICLES,
                "a",
                made("a", "one.example", "Strike", START).build(),
                Cause.RELATIONS);

        assertThat(alerts()).isEmpty();
    }

    @Test
    void tellsOfAStoryWhenEnoughSitesHaveIt() {
        start("rules: [{name: wide, story-sites: 3}]");

        article("a", "one.example", "Vautrin wins", Cause.NEW);
        article("b", "two.example", "Vautrin wins", Cause.NEW);
        article("c", "two.example", "Vautrin wins", Cause.NEW);
        story("a", List.of("a", "b", "c"));
        assertThat(alerts()).isEmpty();
        article("d", "three.example", "Vautrin wins", Cause.NEW);
        story("a", List.of("a", "b", "c", "d"));
        article("e", "four.example", "Vautrin wins", Cause.NEW);
        story("a", List.of("a", "b", "c", "d", "e"));

        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(Kind.STORY);
            assertThat(alert.story()).isEqualTo("a");
            assertThat(alert.sites()).isEqualTo(3);
        });
    }

    /** Stories and articles are in different topics, which are not read in one order. */
    @Test
    void theStoryMayArriveBeforeItsArticles() {
        start("rules: [{name: wide, story-sites: 2}]");

        story("a", List.of("a", "b"));
        article("a", "one.example", "Vautrin wins", Cause.NEW);
        assertThat(alerts()).isEmpty();
        article("b", "two.example", "Vautrin wins", Cause.NEW);

        assertThat(alerts()).hasSize(1);
    }

    /** When all of the topics is read at once, the first record of an article may be read after a story that it joined later. */
    @Test
    void anArticleThatIsReadAfterTheStoryItJoinedLaterCounts() {
        start("rules: [{name: wide, story-sites: 3}]");

        article("a", "one.example", "Vautrin wins", Cause.NEW);
        article("b", "two.example", "Vautrin wins", Cause.NEW);
        story("a", List.of("a", "b", "c"));
        assertThat(alerts()).isEmpty();
        put(Topics.ENRICHED_ARTICLES, "c", ofStory("c", made("c", "three.example", "Vautrin wins")), Cause.NEW);
        article("c", "three.example", "Vautrin wins", Cause.STORY);

        assertThat(alerts()).extracting(Alert::story).containsExactly("a");
    }

    @Test
    void aMergeTellsOnceOfWhatItMakesWide() {
        start("rules: [{name: wide, story-sites: 3}]");
        fourSites();
        story("a", List.of("a", "b"));
        story("c", List.of("c", "d"));
        assertThat(alerts()).isEmpty();

        moved("c", List.of(), List.of(), List.of("a"));
        moved("a", List.of("a", "b", "c", "d"), List.of("c"), List.of());

        assertThat(alerts()).hasSize(1);
    }

    @Test
    void aMergeOrAnotherIdDoesNotTellAgain() {
        start("rules: [{name: wide, story-sites: 3}]");
        fourSites();
        story("b", List.of("b", "c", "d"));
        assertThat(alerts()).hasSize(1);

        moved("a", List.of("a", "b", "c", "d"), List.of("b"), List.of());
        moved("b", List.of(), List.of(), List.of("a"));

        assertThat(alerts()).isEmpty();
    }

    @Test
    void aMergeThatIsReadBeforeTheLastRecordOfTheStoryThatEndedTellsOnce() {
        start("rules: [{name: wide, story-sites: 3}]");
        fourSites();
        moved("a", List.of("a", "b", "c", "d"), List.of("b"), List.of());
        story("b", List.of("b", "c", "d"));

        assertThat(alerts()).hasSize(1);
    }

    @Test
    void aStoryRuleMayAskForWords() {
        start("rules: [{name: wide, story-sites: 2, words: [vautrin]}, {name: other, story-sites: 2, words: [rudge]}]");
        fourSites();
        story("a", List.of("a", "b"));

        assertThat(alerts()).extracting(Alert::rule).containsExactly("wide");
    }

    @Test
    void tellsOfASilenceOnce() {
        start("rules: [{name: quiet, feed-silent: true}]");

        feed(null);
        feed("2026-03-25T09:00:00Z");
        feed("2026-03-25T09:00:00Z");
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(Kind.FEED_SILENT);
            assertThat(alert.feed()).isEqualTo("https://quay.example/feed");
            assertThat(alert.since()).isEqualTo("2026-03-25T09:00:00Z");
        });
        feed(null);
        feed("2026-03-25T11:00:00Z");
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void tellsWhenThereAreTooManyDeadLettersAndAgainAfterTheyWereFew() {
        start("rules: [{name: refusals, dead-letters: {above: 4, within: 1m, stages: fetch}}]");

        letters(4, "fetch", "http-status");
        letters(9, "clean", "unreadable");
        assertThat(alerts()).isEmpty();
        letters(10, "fetch", "http-status");
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(Kind.DEAD_LETTERS);
            assertThat(alert.deadLetters()).isEqualTo(5);
            assertThat(alert.reason()).isEqualTo("http-status");
            assertThat(alert.headline()).isEqualTo("5 dead letters within 1m");
        });

        now = now.plusSeconds(300);
        letters(3, "fetch", "dns");
        assertThat(alerts()).isEmpty();
        letters(2, "fetch", "dns");
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void dropsNoHintOfWhatIsMoreThanTheLimit() {
        start(
                "rules: [{name: strike, words: strike}]",
                AlertsSettings.defaults().withPerHour(2));
        for (int i = 0; i < 5; i++) {
            article("a" + i, "one.example", "Strike " + i, Cause.NEW);
        }
        assertThat(alerts()).extracting(Alert::kind).containsExactly(Kind.ARTICLE, Kind.ARTICLE);

        now = now.plus(Duration.ofHours(1));
        article("b", "one.example", "Strike", Cause.NEW);

        List<Alert> later = alerts();
        assertThat(later).extracting(Alert::kind).containsExactly(Kind.SUPPRESSED, Kind.ARTICLE);
        assertThat(later.get(0).suppressed()).isEqualTo(3);
    }

    @Test
    void reportsWhatWasSuppressedAlsoWhenNothingElseComes() {
        start(
                "rules: [{name: strike, words: strike}]",
                AlertsSettings.defaults().withPerHour(1));
        article("a", "one.example", "Strike a", Cause.NEW);
        article("b", "one.example", "Strike b", Cause.NEW);
        assertThat(alerts()).hasSize(1);

        driver.advanceWallClockTime(Duration.ofMinutes(30));
        assertThat(alerts()).isEmpty();
        driver.advanceWallClockTime(Duration.ofMinutes(32));

        assertThat(alerts()).extracting(Alert::suppressed).containsExactly(1);
        driver.advanceWallClockTime(Duration.ofHours(5));
        assertThat(alerts()).isEmpty();
    }

    @Test
    void alertsAreEventsOfTheTraceOfTheirInput() {
        start("rules: [{name: strike, words: strike}]");
        article("a", "one.example", "Strike", Cause.NEW);

        TestRecord<String, Alert> record = output().readRecord();

        assertThat(record.key()).isEqualTo(record.value().id());
        for (TopicHeader header : EventHeaders.all()) {
            assertThat(record.headers().headers(header.name()))
                    .as(header.name())
                    .hasSize(1);
        }
        assertThat(new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .isEqualTo("io.copydesk.alerts.updated");
        assertThat(new String(record.headers().lastHeader("ce_subject").value(), StandardCharsets.UTF_8))
                .isEqualTo("input of a");
    }

    private void fourSites() {
        article("a", "one.example", "Vautrin wins", Cause.NEW);
        article("b", "two.example", "Vautrin wins", Cause.NEW);
        article("c", "three.example", "Vautrin wins", Cause.NEW);
        article("d", "four.example", "Vautrin wins", Cause.NEW);
    }
}
