package io.copydesk.enrich.revision;

import io.copydesk.schemas.Article;
import io.copydesk.schemas.RemovalReason;
import io.copydesk.schemas.Revision;
import io.copydesk.schemas.Revision.Change;
import io.copydesk.schemas.Revision.Event;
import io.copydesk.schemas.Revision.Kind;
import io.copydesk.schemas.Revision.Operation;
import io.copydesk.schemas.Withdrawal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Makes revisions of two neighbouring versions of an article. Thread-safe. */
public final class Revisions {

    private Revisions() {}

    /** What changed from {@code before} to {@code after}; a pure function of the two. */
    public static Revision between(Article before, Article after) {
        List<Change> changes = SentenceDiff.between(sentences(before), sentences(after));
        WordDiff words = WordDiff.between(before.articleBody(), after.articleBody());
        boolean headline = !Objects.equals(before.headline(), after.headline());
        return Revision.builder()
                .id(after.id())
                .version(after.version())
                .previousVersion(before.version())
                .kind(isCleaning(before, after) ? Kind.CLEANING : Kind.EDITORIAL)
                .headlineChanged(headline)
                .previousHeadline(headline ? before.headline() : null)
                .added(count(changes, Operation.ADDED))
                .removed(count(changes, Operation.REMOVED))
                .edited(count(changes, Operation.EDITED))
                .moved(count(changes, Operation.MOVED))
                .size(words.size())
                .numbersBefore(words.numbersBefore())
                .numbersAfter(words.numbersAfter())
                .changes(changes)
                .build();
    }

    /**
     * What learned boilerplate of the site was taken out of {@code article}: the same whether it was known when the article
     * came or learned later. Without changes when nothing was.
     */
    public static Revision ofSite(Article article) {
        List<Change> changes = article.pipeline().removed().stream()
                .filter(block -> block.reason() == RemovalReason.SITE_BOILERPLATE)
                .flatMap(block -> SentenceSplitter.split(block.text()).stream())
                .map(sentence -> new Change(Operation.REMOVED, sentence, null))
                .toList();
        String boilerplate = changes.stream().map(Change::text).collect(Collectors.joining("\n"));
        WordDiff words = WordDiff.between(article.articleBody() + "\n" + boilerplate, article.articleBody());
        return Revision.builder()
                .id(article.id())
                .version(article.version())
                .previousVersion(article.version())
                .kind(Kind.CLEANING)
                .removed(changes.size())
                .size(words.size())
                .numbersBefore(words.numbersBefore())
                .numbersAfter(words.numbersAfter())
                .changes(changes)
                .build();
    }

    /** That the page of a version went or came back. */
    public static Revision of(Article article, Event event, Withdrawal withdrawal) {
        return Revision.builder()
                .id(article.id())
                .version(article.version())
                .previousVersion(article.version())
                .kind(Kind.EDITORIAL)
                .event(event)
                .withdrawn(withdrawal)
                .build();
    }

    /** The same page cleaned again with other rules, or other boilerplate only: the newsroom changed nothing. */
    private static boolean isCleaning(Article before, Article after) {
        boolean sameText = Objects.equals(before.headline(), after.headline())
                && before.articleBody().equals(after.articleBody());
        return sameText
                || before.pipeline().fetched() != null
                        && before.pipeline().fetched().equals(after.pipeline().fetched())
                        && !Objects.equals(
                                before.pipeline().extractor(), after.pipeline().extractor());
    }

    private static List<String> sentences(Article article) {
        return article.articleBody() == null ? List.of() : SentenceSplitter.split(article.articleBody());
    }

    private static int count(List<Change> changes, Operation operation) {
        return (int) changes.stream().filter(c -> c.operation() == operation).count();
    }
}
