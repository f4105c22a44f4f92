package io.copydesk.verify.check;

import io.copydesk.schemas.Article;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.Decision;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.LedgerEntry.Outcome;
import io.copydesk.schemas.Story;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of each input, as each topic says it. Not thread-safe. */
final class Outcomes {

    private static final Set<Stage> BEFORE_ARTICLES = Set.of(Stage.FETCH, Stage.ARCHIVE, Stage.CLEAN);

    /** The newest enriched version of an article, and the work and the story that it names. */
    private record Enriched(int version, String work, String story) {}

    private final Truth truth;
    private final Findings findings;
    private final Map<String, LedgerEntry> ledger = new HashMap<>();
    private final Map<String, Versions> articles = new HashMap<>();
    private final Map<String, DeadLetter> letters = new HashMap<>();
    private final Map<String, Enriched> enriched = new HashMap<>();
    private final Map<String, Story> stories = new HashMap<>();
    private final Map<String, Duplicate> duplicates = new HashMap<>();

    Outcomes(Truth truth, Findings findings) {
        this.truth = truth;
        this.findings = findings;
    }

    /** Takes a value; those of other topics change nothing. */
    void accept(Topic<?> topic, String key, Object value) {
        if (value instanceof Article article) {
            article(topic, article);
        } else if (value instanceof LedgerEntry entry) {
            ledger.put(key, entry);
            requireKnown(entry.inputId(), "the ledger");
        } else if (value instanceof DeadLetter letter) {
            letters.put(key, withoutBytes(letter));
        } else if (value instanceof Story story) {
            stories.put(key, story);
        } else if (value instanceof Duplicate duplicate) {
            duplicates.put(key, duplicate);
        }
    }

    /** Takes a tombstone. */
    void removed(Topic<?> topic, String key) {
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

    private void article(Topic<?> topic, Article article) {
        if (topic.equals(Topics.ARTICLES)) {
            String input = article.pipeline().inputId();
            requireKnown(input, "articles");
            articles.computeIfAbsent(article.id(), id -> new Versions())
                    .accept(article.version(), input)
                    .ifPresent(place -> findings.add(Rule.ORDER, article.id() + ": " + place));
        } else {
            Decision decision = article.pipeline().decision();
            enriched.put(
                    article.id(),
                    decision == null
                            ? new Enriched(article.version(), "", "")
                            : new Enriched(article.version(), decision.workId(), decision.storyId()));
        }
    }

    private void requireKnown(String inputId, String place) {
        if (!truth.inputs().contains(inputId) && !truth.deadLetters().contains(inputId)) {
            findings.add(Rule.INPUT_INVENTED, inputId + " in " + place);
        }
    }

    /** Joins all topics, once they are read. */
    void complete() {
        letters.values().forEach(this::expected);
        bothWays();
        if (!truth.running()) {
            truth.inputs().stream()
                    .filter(input -> !ledger.containsKey(input))
                    .forEach(input -> findings.add(Rule.INPUT_LOST, input));
            Set<@Nullable String> refused =
                    letters.values().stream().map(DeadLetter::inputId).collect(Collectors.toSet());
            ledger.values().forEach(entry -> output(entry, refused));
            articles.forEach(this::enrichedAsPublished);
            enriched.forEach(this::inItsStory);
            enriched.forEach(this::inDuplicates);
            Map<String, Integer> sizes = new HashMap<>();
            enriched.values().forEach(last -> sizes.merge(last.story(), 1, Integer::sum));
            stories.values().forEach(story -> ofArticles(story, sizes.getOrDefault(story.id(), 0)));
            duplicates.values().forEach(this::ofItsWork);
        }
    }

    private void expected(DeadLetter letter) {
        String source = letter.inputId() == null ? letter.origin() : letter.inputId();
        if (!truth.deadLetters().contains(source)) {
            findings.add(Rule.DEAD_LETTER, source + ": " + letter.reason() + ", " + letter.detail());
        }
    }

    /** An input ends in one place, and a version comes from one input. */
    private void bothWays() {
        Set<String> versions = new HashSet<>();
        for (LedgerEntry entry : truth.running() ? List.<LedgerEntry>of() : ledger.values()) {
            if (entry.outcome() == Outcome.ARTICLE && !versions.add(entry.articleId() + " v" + entry.version())) {
                findings.add(
                        Rule.INPUT_TWICE,
                        entry.inputId() + " is a second input of version " + entry.version() + " of "
                                + entry.articleId());
            }
        }
        for (DeadLetter letter : letters.values()) {
            LedgerEntry entry = letter.inputId() == null ? null : ledger.get(letter.inputId());
            if (entry != null && entry.outcome() != Outcome.DEAD_LETTER && BEFORE_ARTICLES.contains(letter.stage())) {
                findings.add(
                        Rule.INPUT_TWICE,
                        entry.inputId() + " is a dead letter and in the article " + entry.articleId());
            }
        }
    }

    private void output(LedgerEntry entry, Set<@Nullable String> refused) {
        if (entry.outcome() == Outcome.DEAD_LETTER) {
            if (!refused.contains(entry.inputId())) {
                findings.add(Rule.OUTPUT_MISSING, "no dead letter of " + entry.inputId());
            }
            return;
        }
        Versions versions = articles.get(String.valueOf(entry.articleId()));
        int version = entry.version() == null ? 0 : entry.version();
        if (versions == null || !versions.has(version)) {
            findings.add(
                    Rule.OUTPUT_MISSING,
                    "no version " + version + " of " + entry.articleId() + " for " + entry.inputId());
        } else if (entry.outcome() == Outcome.ARTICLE
                && versions.input(version).filter(entry.inputId()::equals).isEmpty()) {
            findings.add(
                    Rule.TOPICS_DIFFER,
                    "version " + version + " of " + entry.articleId() + " is of another input than " + entry.inputId());
        }
    }

    private void enrichedAsPublished(String article, Versions versions) {
        if (!versions.endsWithTheNewest()) {
            findings.add(Rule.ORDER, article + ": the last record is not version " + versions.newest());
        }
        Enriched last = enriched.get(article);
        if (last == null || last.version() != versions.newest()) {
            findings.add(
                    Rule.TOPICS_DIFFER,
                    article + " has version " + versions.newest() + ", in enriched-articles "
                            + (last == null ? "none" : last.version()));
        }
    }

    private void inItsStory(String article, Enriched last) {
        requireArticle(article, "enriched-articles");
        Story story = stories.get(last.story());
        boolean listed = story != null
                && (story.memberCount() > story.members().size()
                        || story.members().contains(article));
        if (!listed) {
            findings.add(Rule.TOPICS_DIFFER, article + " names the story " + last.story() + ", which does not have it");
        }
    }

    /** What is not the first of its work is a copy. */
    private void inDuplicates(String article, Enriched last) {
        if (!last.work().isEmpty() && !last.work().equals(article) && !duplicates.containsKey(article)) {
            findings.add(Rule.TOPICS_DIFFER, article + " names the work " + last.work() + " and is not in duplicates");
        }
    }

    private void ofItsWork(Duplicate duplicate) {
        String article = duplicate.id();
        requireArticle(article, "duplicates");
        requireArticle(duplicate.of(), "the duplicate " + article);
        Enriched last = enriched.get(article);
        String work = duplicate.workId() == null ? article : duplicate.workId();
        if (last != null && !last.work().equals(work)) {
            findings.add(
                    Rule.TOPICS_DIFFER,
                    article + " is of the work " + work + " in duplicates and names the work " + last.work());
        }
    }

    /** An article that went to another story is in the old one no longer, which has a tombstone when it was merged. */
    private void ofArticles(Story story, int members) {
        for (String member : story.members()) {
            requireArticle(member, "the story " + story.id());
            Enriched last = enriched.get(member);
            if (last != null && !last.story().equals(story.id())) {
                findings.add(
                        Rule.TOPICS_DIFFER,
                        member + " in the story " + story.id() + " names the story " + last.story());
            }
        }
        if (story.memberCount() != members) {
            findings.add(
                    Rule.TOPICS_DIFFER,
                    "the story " + story.id() + " has " + story.memberCount() + " articles, " + members + " name it");
        }
    }

    private void requireArticle(String article, String place) {
        if (!articles.containsKey(article)) {
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
