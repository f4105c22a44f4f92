package io.copydesk.verify.check;

import io.copydesk.schemas.Article;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.Decision;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.LedgerEntry.Outcome;
import io.copydesk.schemas.Story;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.copydesk.verify.state.TemporaryTables;
import io.copydesk.verify.state.TemporaryTables.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of each input, as each topic says it. It lies in temporary tables, not in memory. Not thread-safe. */
final class Outcomes {

    private static final byte[] PRESENT = {};
    private static final Set<Stage> BEFORE_ARTICLES = Set.of(Stage.FETCH, Stage.ARCHIVE, Stage.CLEAN);

    /** The newest enriched version of an article, and the work and the story that it names. */
    private record Enriched(int version, String work, String story) {

        static Enriched of(byte[] value) {
            String[] fields = new String(value, StandardCharsets.UTF_8).split("\n", -1);
            return new Enriched(Integer.parseInt(fields[0]), fields[1], fields[2]);
        }

        byte[] value() {
            return utf8(version + "\n" + work + "\n" + story);
        }
    }

    private final Truth truth;
    private final Findings findings;
    private final Table ledger;
    private final Table articles;

    /** By article and version, the input that was last published as it. */
    private final Table versions;

    private final Table letters;
    private final Table enriched;
    private final Table stories;
    private final Table duplicates;
    private final TemporaryTables tables;

    Outcomes(Truth truth, TemporaryTables tables, Findings findings) {
        this.truth = truth;
        this.findings = findings;
        this.tables = tables;
        this.ledger = tables.table();
        this.articles = tables.table();
        this.versions = tables.table();
        this.letters = tables.table();
        this.enriched = tables.table();
        this.stories = tables.table();
        this.duplicates = tables.table();
    }

    /** Takes a value; those of other topics change nothing. */
    void accept(Topic<?> topic, String key, Object value) throws IOException {
        if (value instanceof Article article) {
            article(topic, article);
        } else if (value instanceof LedgerEntry entry) {
            ledger.put(key, Json.bytes(entry));
            requireKnown(entry.inputId(), "the ledger");
        } else if (value instanceof DeadLetter letter) {
            letters.put(key, Json.bytes(withoutBytes(letter)));
        } else if (value instanceof Story story) {
            stories.put(key, Json.bytes(story));
        } else if (value instanceof Duplicate duplicate) {
            duplicates.put(key, Json.bytes(duplicate));
        }
    }

    /** Takes a tombstone. */
    void removed(Topic<?> topic, String key) throws IOException {
        if (topic.equals(Topics.DEAD_LETTERS)) {
            letters.remove(key);
        } else if (topic.equals(Topics.STORIES)) {
            stories.remove(key);
        } else if (topic.equals(Topics.DUPLICATES)) {
            duplicates.remove(key);
        } else if (topic.equals(Topics.ENRICHED_ARTICLES)) {
            enriched.remove(key);
        } else if (topic.equals(Topics.LEDGER)) {
            ledger.remove(key);
        } else if (topic.equals(Topics.ARTICLES)) {
            articles.remove(key);
        }
    }

    private void article(Topic<?> topic, Article article) throws IOException {
        if (topic.equals(Topics.ARTICLES)) {
            String input = article.pipeline().inputId();
            requireKnown(input, "articles");
            byte[] value = articles.get(article.id());
            Versions before = value == null ? Versions.NONE : Versions.of(value);
            before.misplaced(article.version())
                    .ifPresent(place -> findings.add(Rule.ORDER, article.id() + ": " + place));
            articles.put(article.id(), before.and(article.version()).value());
            versions.put(versionKey(article.id(), article.version()), utf8(input));
        } else {
            Decision decision = article.pipeline().decision();
            Enriched last = decision == null
                    ? new Enriched(article.version(), "", "")
                    : new Enriched(article.version(), decision.workId(), decision.storyId());
            enriched.put(article.id(), last.value());
        }
    }

    private void requireKnown(String inputId, String place) {
        if (!truth.inputs().contains(inputId) && !truth.deadLetters().contains(inputId)) {
            findings.add(Rule.INPUT_INVENTED, inputId + " in " + place);
        }
    }

    /** Joins all topics, once they are read. */
    void complete() throws IOException {
        letters.forEach((key, value) -> expected(Json.read(value, DeadLetter.class)));
        bothWays();
        if (!truth.running()) {
            for (String input : truth.inputs()) {
                if (!ledger.has(input)) {
                    findings.add(Rule.INPUT_LOST, input);
                }
            }
            Table refused = refused();
            ledger.forEach((key, value) -> output(Json.read(value, LedgerEntry.class), refused));
            articles.forEach((article, value) -> enrichedAsPublished(article, Versions.of(value)));
            StoryMembers members = storyMembers();
            enriched.forEach((article, value) -> {
                Enriched last = Enriched.of(value);
                inItsStory(article, last, members);
                inDuplicates(article, last);
            });
            stories.forEach((key, value) -> ofArticles(Json.read(value, Story.class), members));
            duplicates.forEach((key, value) -> ofItsWork(Json.read(value, Duplicate.class)));
        }
    }

    /** The inputs of dead letters. */
    private Table refused() throws IOException {
        Table refused = tables.table();
        letters.forEach((key, value) -> {
            String input = Json.read(value, DeadLetter.class).inputId();
            if (input != null) {
                refused.put(input, PRESENT);
            }
        });
        return refused;
    }

    private StoryMembers storyMembers() throws IOException {
        StoryMembers members = new StoryMembers(tables);
        stories.forEach((key, value) -> members.story(key, Json.read(value, Story.class)));
        enriched.forEach((article, value) -> members.named(Enriched.of(value).story()));
        return members;
    }

    private void expected(DeadLetter letter) {
        String source = letter.inputId() == null ? letter.origin() : letter.inputId();
        if (!truth.deadLetters().contains(source)) {
            findings.add(Rule.DEAD_LETTER, source + ": " + letter.reason() + ", " + letter.detail());
        }
    }

    /** An input ends in one place, and a version comes from one input. */
    private void bothWays() throws IOException {
        Table inputs = tables.table();
        if (!truth.running()) {
            ledger.forEach((key, value) -> onlyInput(Json.read(value, LedgerEntry.class), inputs));
        }
        letters.forEach((key, value) -> inNoArticle(Json.read(value, DeadLetter.class)));
    }

    /** {@code seen} has the versions that other entries named. */
    private void onlyInput(LedgerEntry entry, Table seen) throws IOException {
        if (entry.outcome() != Outcome.ARTICLE) {
            return;
        }
        String version = versionKey(String.valueOf(entry.articleId()), entry.version() == null ? 0 : entry.version());
        if (seen.has(version)) {
            findings.add(
                    Rule.INPUT_TWICE,
                    entry.inputId() + " is a second input of version " + entry.version() + " of " + entry.articleId());
        } else {
            seen.put(version, PRESENT);
        }
    }

    private void inNoArticle(DeadLetter letter) throws IOException {
        byte[] value = letter.inputId() == null ? null : ledger.get(letter.inputId());
        LedgerEntry entry = value == null ? null : Json.read(value, LedgerEntry.class);
        if (entry != null && entry.outcome() != Outcome.DEAD_LETTER && BEFORE_ARTICLES.contains(letter.stage())) {
            findings.add(
                    Rule.INPUT_TWICE, entry.inputId() + " is a dead letter and in the article " + entry.articleId());
        }
    }

    private void output(LedgerEntry entry, Table refused) throws IOException {
        if (entry.outcome() == Outcome.DEAD_LETTER) {
            if (!refused.has(entry.inputId())) {
                findings.add(Rule.OUTPUT_MISSING, "no dead letter of " + entry.inputId());
            }
            return;
        }
        String article = String.valueOf(entry.articleId());
        int version = entry.version() == null ? 0 : entry.version();
        byte[] input = articles.has(article) ? versions.get(versionKey(article, version)) : null;
        if (input == null) {
            findings.add(
                    Rule.OUTPUT_MISSING,
                    "no version " + version + " of " + entry.articleId() + " for " + entry.inputId());
        } else if (entry.outcome() == Outcome.ARTICLE && !Arrays.equals(input, utf8(entry.inputId()))) {
            findings.add(
                    Rule.TOPICS_DIFFER,
                    "version " + version + " of " + entry.articleId() + " is of another input than " + entry.inputId());
        }
    }

    private void enrichedAsPublished(String article, Versions versions) throws IOException {
        if (!versions.endsWithTheNewest()) {
            findings.add(Rule.ORDER, article + ": the last record is not version " + versions.newest());
        }
        Enriched last = enriched(article);
        if (last == null || last.version() != versions.newest()) {
            findings.add(
                    Rule.TOPICS_DIFFER,
                    article + " has version " + versions.newest() + ", in enriched-articles "
                            + (last == null ? "none" : last.version()));
        }
    }

    private void inItsStory(String article, Enriched last, StoryMembers members) throws IOException {
        requireArticle(article, "enriched-articles");
        if (!members.mayHave(last.story(), article)) {
            findings.add(Rule.TOPICS_DIFFER, article + " names the story " + last.story() + ", which does not have it");
        }
    }

    /** What is not the first of its work is a copy. */
    private void inDuplicates(String article, Enriched last) throws IOException {
        if (!last.work().isEmpty() && !last.work().equals(article) && !duplicates.has(article)) {
            findings.add(Rule.TOPICS_DIFFER, article + " names the work " + last.work() + " and is not in duplicates");
        }
    }

    private void ofItsWork(Duplicate duplicate) throws IOException {
        String article = duplicate.id();
        requireArticle(article, "duplicates");
        requireArticle(duplicate.of(), "the duplicate " + article);
        Enriched last = enriched(article);
        String work = duplicate.workId() == null ? article : duplicate.workId();
        if (last != null && !last.work().equals(work)) {
            findings.add(
                    Rule.TOPICS_DIFFER,
                    article + " is of the work " + work + " in duplicates and names the work " + last.work());
        }
    }

    /** An article that went to another story is in the old one no longer, which has a tombstone when it was merged. */
    private void ofArticles(Story story, StoryMembers members) throws IOException {
        for (String member : story.members()) {
            requireArticle(member, "the story " + story.id());
            Enriched last = enriched(member);
            if (last != null && !last.story().equals(story.id())) {
                findings.add(
                        Rule.TOPICS_DIFFER,
                        member + " in the story " + story.id() + " names the story " + last.story());
            }
        }
        int named = members.named(story);
        if (story.memberCount() != named) {
            findings.add(
                    Rule.TOPICS_DIFFER,
                    "the story " + story.id() + " has " + story.memberCount() + " articles, " + named + " name it");
        }
    }

    private @Nullable Enriched enriched(String article) throws IOException {
        byte[] value = enriched.get(article);
        return value == null ? null : Enriched.of(value);
    }

    private static String versionKey(String article, int version) {
        return article + " v" + version;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void requireArticle(String article, String place) throws IOException {
        if (!articles.has(article)) {
            findings.add(Rule.TOPICS_DIFFER, article + " in " + place + " is not in articles");
        }
    }

    /** Originals have megabytes, and only what they came from counts here. */
    private static DeadLetter withoutBytes(DeadLetter letter) {
        return DeadLetter.builder()
                .id(letter.id())
                .stage(letter.stage())
                .reason(letter.reason())
                .detail(letter.detail())
                .inputId(letter.inputId())
                .originTopic(letter.originTopic())
                .originPartition(letter.originPartition())
                .originOffset(letter.originOffset())
                .bytes(new byte[0])
                .length(letter.length())
                .build();
    }
}
