package io.copydesk.lab.console;

import io.copydesk.schemas.Alert;
import io.copydesk.schemas.AlertRule;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FeedStatus.Health;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.LedgerEntry.Outcome;
import io.copydesk.schemas.Relation;
import io.copydesk.schemas.Revision;
import io.copydesk.schemas.Revision.Change;
import io.copydesk.schemas.Revision.Operation;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Topics;
import io.copydesk.schemas.Withdrawal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills all topics that the console reads, so that every page has something of each kind to show. For one thread. */
final class HarbourTopics {

    private static final int STORIES = 40;

    private final FilledTopics topics;
    private final HarbourNews news;
    private final Instant now;

    HarbourTopics(FilledTopics topics, Instant now) {
        this.topics = topics;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
        this.news = new HarbourNews(now);
    }

    void fill() {
        for (int story = STORIES - 1; story >= 0; story--) {
            for (int member = 3; member >= 0; member--) {
                article(story * 4 + member);
            }
            topics.send(Topics.STORIES, HarbourNews.storyId(story), news.story(story));
        }
        special();
        feeds();
        fetches();
        letters();
        alerts();
        rules();
        topics.flush();
    }

    /** Writes the article with this number again under another headline, as if it had just been enriched. */
    void publish(int number, String headline) {
        Article article = news.article(number, headline, HarbourNews.body(number / 4, 0), 1, List.of(), null);
        topics.send(Topics.ENRICHED_ARTICLES, article.id(), article);
        topics.flush();
    }

    private void article(int number) {
        Article article = news.article(number);
        topics.send(Topics.ENRICHED_ARTICLES, article.id(), article);
        String input = article.pipeline().inputId();
        topics.send(Topics.LEDGER, input, new LedgerEntry(input, Outcome.ARTICLE, null, article.id(), 1));
        if (number % 4 == 1) {
            String original = HarbourNews.articleId(number - 1);
            topics.send(
                    Topics.DUPLICATES,
                    article.id(),
                    new Duplicate(article.id(), original, Relation.Kind.NEAR, .94, "near-3", original));
        }
        if (number % 5 == 2) {
            topics.send(
                    Topics.LEDGER,
                    input + "-again",
                    new LedgerEntry(input + "-again", Outcome.UNCHANGED, null, article.id(), 1));
        }
    }

    /** A revised article, one whose page is gone, one that tries to be markup, and a story that was merged. */
    private void special() {
        String edited = HarbourNews.articleId(0);
        Article second =
                news.article(0, HarbourNews.headline(0), HarbourNews.body(0, 0), 2, HarbourNews.relations(0), null);
        topics.send(Topics.ENRICHED_ARTICLES, edited, second);
        topics.send(Topics.REVISIONS, edited, revision(edited));
        Withdrawal gone = new Withdrawal(
                now.toString(),
                List.of(
                        new Withdrawal.Evidence(
                                now.minus(3, ChronoUnit.HOURS).toString(), Withdrawal.Sign.NOT_FOUND, null),
                        new Withdrawal.Evidence(now.toString(), Withdrawal.Sign.GONE, null)));
        Article third = news.article(6, HarbourNews.headline(1), HarbourNews.body(1, 2), 1, List.of(), gone);
        topics.send(Topics.ENRICHED_ARTICLES, third.id(), third);
        String script = HarbourNews.HOSTILE;
        String body = script + "\n\n“A hostilemarker among the boats: " + script + ",” said " + script + ".";
        Article hostile = news.article(400, script, body, 1, List.of(), null);
        topics.send(Topics.ENRICHED_ARTICLES, hostile.id(), hostile);
        topics.send(Topics.LEDGER, "hostile#1", new LedgerEntry("hostile#1", Outcome.ARTICLE, null, hostile.id(), 1));
        String merged = HarbourNews.storyId(90);
        topics.send(Topics.STORIES, merged, null, Map.of(Topics.STORY_MOVED_TO.name(), HarbourNews.storyId(1)));
    }

    private static Revision revision(String id) {
        return Revision.builder()
                .id(id)
                .version(2)
                .previousVersion(1)
                .kind(Revision.Kind.EDITORIAL)
                .headlineChanged(true)
                .previousHeadline("Ferry line might open early")
                .added(1)
                .removed(1)
                .edited(1)
                .size(.18)
                .numbersBefore(List.of("25"))
                .numbersAfter(List.of("30"))
                .changes(List.of(
                        new Change(
                                Operation.EDITED,
                                "Some 30 people had come to listen, more than the old hall has chairs.",
                                "Some 25 people had come to hear the plan."),
                        new Change(
                                Operation.ADDED, "A plan of the works hangs beside the door of the town hall.", null),
                        new Change(Operation.REMOVED, "Nobody from the ferry line was there.", null)))
                .build();
    }

    private void alerts() {
        String hostile = HarbourNews.articleId(400);
        alert(Alert.builder()
                .of("markers", Alert.Kind.ARTICLE, hostile)
                .headline(HarbourNews.HOSTILE)
                .article(hostile)
                .site("quaypost.example")
                .language("en")
                .matched(List.of("hostilemarker")));
        String story = HarbourNews.storyId(1);
        alert(Alert.builder()
                .of("widely-told", Alert.Kind.STORY, story)
                .headline(HarbourNews.headline(1))
                .story(story)
                .sites(5));
        String feed = HarbourNews.feed("quaypost.example");
        alert(Alert.builder()
                .of("quiet", Alert.Kind.FEED_SILENT, feed)
                .headline("All of quaypost.example")
                .feed(feed)
                .since(now.minus(5, ChronoUnit.HOURS).toString()));
        alert(Alert.builder()
                .of("refusals", Alert.Kind.DEAD_LETTERS, now.toString())
                .headline("21 dead letters within 10m")
                .deadLetters(21)
                .stage("clean")
                .reason("no-article"));
        alert(Alert.builder()
                .of("markers", Alert.Kind.SUPPRESSED, now.toString())
                .headline("37 more alerts of this rule within the hour")
                .suppressed(37));
    }

    /** Two of a file, and one that tries to be markup and is refused. */
    private void rules() {
        Map<String, String> ofFile = Map.of(Topics.RULE_SOURCE.name(), "file");
        topics.send(Topics.ALERT_RULES, "markers", rule("markers", List.of("hostilemarker"), null), ofFile);
        topics.send(Topics.ALERT_RULES, "widely-told", rule("widely-told", null, 5), ofFile);
        String script = HarbourNews.HOSTILE;
        topics.send(Topics.ALERT_RULES, script, rule(script, List.of(script), null));
    }

    private static AlertRule rule(String name, @Nullable List<String> words, @Nullable Integer sites) {
        return new AlertRule(name, words, null, null, null, null, null, sites, null, null);
    }

    private void alert(Alert.Builder builder) {
        Alert alert = builder.raised(now.toString()).build();
        topics.send(Topics.ALERTS, alert.id(), alert);
    }

    private void feeds() {
        int number = 0;
        Health[] healths = Health.values();
        for (String site : HarbourNews.SITES) {
            for (int i = 0; i < 3; i++) {
                String url = i == 0 ? HarbourNews.feed(site) : "https://www." + site + "/section-" + i + "/rss";
                Health health = i == 0 ? Health.OK : healths[number++ % healths.length];
                topics.send(Topics.SUBSCRIPTIONS, url, new Subscription(url, null, "Harbours", null));
                topics.send(
                        Topics.FEED_STATUS,
                        url,
                        FeedStatus.builder()
                                .url(url)
                                .title((i == 0 ? "All of " : "Section " + i + " of ") + site)
                                .health(health)
                                .lastPoll(now.minus(7L + number, ChronoUnit.MINUTES)
                                        .toString())
                                .lastNewItem(now.minus(number * 3L + 1, ChronoUnit.HOURS)
                                        .toString())
                                .nextPoll(now.plus(9L + number, ChronoUnit.MINUTES)
                                        .toString())
                                .why(
                                        health == Health.FAILING
                                                ? "it failed: 503; tried again later"
                                                : "as its rhythm suggests")
                                .httpStatus(health == Health.FAILING ? 503 : 200)
                                .items(40 + number)
                                .polls(300 + number)
                                .failures(health == Health.FAILING ? 3 : 0)
                                .build());
            }
        }
    }

    private void fetches() {
        for (int i = 0; i < 240; i++) {
            String site = HarbourNews.SITES.get(i % HarbourNews.SITES.size());
            FetchTarget target = i % 3 == 0 ? FetchTarget.FEED : i % 20 == 1 ? FetchTarget.ROBOTS : FetchTarget.PAGE;
            String url = target == FetchTarget.FEED ? HarbourNews.feed(site) : "https://www." + site + "/news/" + i;
            FetchRequest request = new FetchRequest("request-" + i, url, target, null, null, null, 0);
            long at = now.minus(i, ChronoUnit.MINUTES).toEpochMilli();
            Result result = i % 17 == 3
                    ? Result.FAILED
                    : i % 11 == 5 ? Result.DENIED : i % 6 == 0 ? Result.NOT_MODIFIED : Result.FETCHED;
            FetchOutcome.Builder outcome = FetchOutcome.builder(request, result, at);
            if (result == Result.FAILED) {
                outcome.reason(FailureReason.DNS);
            } else {
                outcome.status(result == Result.DENIED ? 404 : result == Result.NOT_MODIFIED ? 304 : 200);
            }
            topics.send(Topics.FETCH_OUTCOMES, site, outcome.build());
        }
    }

    private void letters() {
        letter(
                "no-article",
                "No text was found on the page.",
                "<!doctype html>\n<title>Quay Post</title>\n<div id=app></div>\n");
        letter("no-article", "No text was found on the page.", "<!doctype html>\n<p>" + HarbourNews.HOSTILE + "</p>\n");
        letter("not-a-page", "The record is no WARC record.", "{\"hello\": \"world\"}");
    }

    private int written;

    private void letter(String reason, String detail, String original) {
        byte[] bytes = original.getBytes(StandardCharsets.UTF_8);
        String input = "https://www.quaypost.example/broken/" + written++;
        DeadLetter letter = DeadLetter.builder()
                .id("clean/" + input)
                .stage(DeadLetter.Stage.CLEAN)
                .reason(reason)
                .detail(detail)
                .inputId(input)
                .originTopic(Topics.PAGES.name(FilledTopics.PREFIX))
                .originPartition(0)
                .originOffset(7L)
                .originKey("quaypost.example")
                .bytes(bytes)
                .length(bytes.length)
                .build();
        topics.send(Topics.DEAD_LETTERS, letter.id(), letter);
        topics.send(Topics.LEDGER, input, LedgerEntry.refused(input, reason));
    }
}
