package io.copydesk.standalone.command;

import io.copydesk.schemas.Article;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Story;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Changes the records of one topic of a run that was right, so that something is wrong. */
final class PlantedFaults {

    private final Map<Topic<?>, List<Entry>> records;

    /** @param records of the undisturbed run */
    PlantedFaults(Map<Topic<?>, List<Entry>> records) {
        this.records = records;
    }

    /** A record as it lies in a topic. */
    record Entry(int partition, byte[] key, byte[] value) {
        Entry with(String newKey, byte[] newValue) {
            return new Entry(partition, newKey.getBytes(StandardCharsets.UTF_8), newValue);
        }

        Article article() {
            try {
                return Json.read(value, Article.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    List<Entry> withoutTheFirst(List<Entry> entries) {
        return entries.subList(1, entries.size());
    }

    List<Entry> withoutTheLast(List<Entry> entries) {
        return entries.subList(0, entries.size() - 1);
    }

    List<Entry> firstTwice(List<Entry> entries) {
        List<Entry> changed = new ArrayList<>(entries);
        changed.add(0, entries.get(0));
        return changed;
    }

    List<Entry> swapVersions(List<Entry> entries) {
        List<Entry> changed = new ArrayList<>(entries);
        Entry second = second(entries);
        int first = indexOf(entries, second.article().id(), 1);
        Collections.swap(changed, first, entries.indexOf(second));
        return changed;
    }

    List<Entry> oldVersionAtTheEnd(List<Entry> entries) {
        List<Entry> changed = new ArrayList<>(entries);
        changed.add(entries.get(indexOf(entries, second(entries).article().id(), 1)));
        return changed;
    }

    private static Entry second(List<Entry> articles) {
        return articles.stream()
                .filter(entry -> entry.article().version() == 2)
                .findFirst()
                .orElseThrow();
    }

    private static int indexOf(List<Entry> articles, String id, int version) {
        for (int i = 0; i < articles.size(); i++) {
            Article article = articles.get(i).article();
            if (article.id().equals(id) && article.version() == version) {
                return i;
            }
        }
        throw new AssertionError("no version " + version + " of " + id);
    }

    List<Entry> withGhost(List<Entry> entries) {
        Article article = entries.get(0).article();
        Article ghost = article.toBuilder()
                .id("urn:copydesk:article:ghost")
                .pipeline(article.pipeline().toBuilder().inputId("ghost").build())
                .build();
        return added(entries, entries.get(0).with(ghost.id(), Json.bytes(ghost)));
    }

    /** The ledger's line of the first article, under the id of another input. */
    List<Entry> withSecondInput(List<Entry> entries) {
        List<Entry> articles = entries.stream()
                .filter(entry -> text(entry).contains("\"outcome\":\"article\""))
                .toList();
        String first = new String(articles.get(0).key(), StandardCharsets.UTF_8);
        String other = new String(articles.get(1).key(), StandardCharsets.UTF_8);
        byte[] line = text(articles.get(0)).replace(first, other).getBytes(StandardCharsets.UTF_8);
        return added(entries, articles.get(1).with(other, line));
    }

    /** A dead letter of an input that is an article. */
    List<Entry> withLetter(List<Entry> entries) {
        String input = records.get(Topics.ARTICLES).get(0).article().pipeline().inputId();
        DeadLetter letter = DeadLetter.builder()
                .id("planted-letter")
                .stage(Stage.CLEAN)
                .reason("planted")
                .detail("planted by a test")
                .inputId(input)
                .bytes(new byte[0])
                .build();
        return added(entries, new Entry(0, "planted-letter".getBytes(StandardCharsets.UTF_8), Json.bytes(letter)));
    }

    List<Entry> withGarbage(List<Entry> entries) {
        return added(entries, entries.get(0).with("garbage", new byte[] {7}));
    }

    List<Entry> firstEnds(List<Entry> entries) {
        Entry first = entries.get(0);
        return added(entries, new Entry(first.partition(), first.key(), null));
    }

    List<Entry> withEmptyObject(List<Entry> entries) {
        return added(entries, entries.get(0).with("empty", "{}".getBytes(StandardCharsets.UTF_8)));
    }

    /** The last copy of a work, with another article as its original. */
    List<Entry> ofAnotherWork(List<Entry> entries) {
        Entry last = entries.stream()
                .filter(entry -> entry.value() != null && text(entry).contains("\"workId\""))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        String other = records.get(Topics.ARTICLES).stream()
                .map(entry -> entry.article().id())
                .filter(id -> !text(last).contains(id))
                .findFirst()
                .orElseThrow();
        String changed = text(last).replaceAll("\"workId\":\"[^\"]*\"", "\"workId\":\"" + other + "\"");
        return added(entries, new Entry(0, last.key(), changed.getBytes(StandardCharsets.UTF_8)));
    }

    /** A story of one article of another one, as it was before it was merged. */
    List<Entry> withMergedStory(List<Entry> entries) {
        return records.get(Topics.ENRICHED_ARTICLES).stream()
                .map(Entry::article)
                .filter(article ->
                        !article.id().equals(article.pipeline().decision().storyId()))
                .findFirst()
                .map(article -> Story.builder()
                        .id(article.id())
                        .headline(article.headline())
                        .works(List.of(article.id()))
                        .workCount(1)
                        .members(List.of(article.id()))
                        .memberCount(1)
                        .build())
                .map(story -> added(entries, entries.get(0).with(story.id(), Json.bytes(story))))
                .orElseThrow();
    }

    private static List<Entry> added(List<Entry> entries, Entry entry) {
        return Stream.concat(entries.stream(), Stream.of(entry)).toList();
    }

    private static String text(Entry entry) {
        return new String(entry.value(), StandardCharsets.UTF_8);
    }
}
