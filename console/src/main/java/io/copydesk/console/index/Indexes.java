package io.copydesk.console.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The indexes of all topics that the console reads. Each is written by one thread and searched by any number.
 */
public final class Indexes implements AutoCloseable {

    private final List<TopicIndex<?>> all = new ArrayList<>();
    private final FeedIndex feeds;
    private final SubscriptionIndex subscriptions;
    private final DeadLetterIndex deadLetters;
    private final LedgerIndex ledger;
    private final OutcomeIndex outcomes;
    private final StoryIndex stories;
    private final DuplicateIndex duplicates;
    private final RevisionIndex revisions;
    private final ArticleIndex articles;
    private final AlertIndex alerts;
    private final AlertRuleIndex alertRules;

    /** Opens those in {@code home}; what is missing or cannot be read begins empty. */
    public Indexes(Path home) throws IOException {
        try {
            feeds = added(new FeedIndex(home));
            subscriptions = added(new SubscriptionIndex(home));
            deadLetters = added(new DeadLetterIndex(home));
            ledger = added(new LedgerIndex(home));
            outcomes = added(new OutcomeIndex(home));
            stories = added(new StoryIndex(home));
            duplicates = added(new DuplicateIndex(home));
            revisions = added(new RevisionIndex(home));
            articles = added(new ArticleIndex(home));
            alerts = added(new AlertIndex(home));
            alertRules = added(new AlertRuleIndex(home));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private <I extends TopicIndex<?>> I added(I index) {
        all.add(index);
        return index;
    }

    /** All of them. */
    public List<TopicIndex<?>> all() {
        return List.copyOf(all);
    }

    /** The articles. */
    public ArticleIndex articles() {
        return articles;
    }

    /** The stories. */
    public StoryIndex stories() {
        return stories;
    }

    /** The revisions. */
    public RevisionIndex revisions() {
        return revisions;
    }

    /** The duplicates. */
    public DuplicateIndex duplicates() {
        return duplicates;
    }

    /** The dead letters. */
    public DeadLetterIndex deadLetters() {
        return deadLetters;
    }

    /** The alerts. */
    public AlertIndex alerts() {
        return alerts;
    }

    /** The rules of alerts. */
    public AlertRuleIndex alertRules() {
        return alertRules;
    }

    /** The health of the feeds. */
    public FeedIndex feeds() {
        return feeds;
    }

    /** The subscriptions. */
    public SubscriptionIndex subscriptions() {
        return subscriptions;
    }

    /** The ledger. */
    public LedgerIndex ledger() {
        return ledger;
    }

    /** The outcomes of requests. */
    public OutcomeIndex outcomes() {
        return outcomes;
    }

    /** Forgets what was not committed. */
    @Override
    public void close() throws IOException {
        for (TopicIndex<?> index : all) {
            index.close();
        }
    }
}
