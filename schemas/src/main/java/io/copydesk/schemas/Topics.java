package io.copydesk.schemas;

import io.copydesk.schemas.Topic.Audience;
import io.copydesk.schemas.Topic.Cleanup;
import io.copydesk.schemas.Topic.Identity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalogue of topics. Topics are created from it and named nowhere else. */
public final class Topics {

    /** The attribute {@code subject} of CloudEvents' Kafka binding. */
    public static final TopicHeader INPUT = TopicHeader.optional(
            "ce_subject",
            "Id of the input that the record was written for; missing where it was written for none, or for several.",
            "https://www.quay.example/harbour 2026-03-25T10:40:00Z");

    public static final TopicHeader STORY_MOVED_TO = TopicHeader.optional(
            "copydesk.moved-to",
            "Id of a story that articles of this one went to, once for each. On a record without a value, this story was merged into those;"
                    + " otherwise it was split.",
            "urn:copydesk:article:e46b4b4b");

    public static final TopicHeader STORY_MOVED_FROM = TopicHeader.optional(
            "copydesk.moved-from",
            "Id of a story that articles of this one came from, once for each.",
            "urn:copydesk:article:49481842");

    /** The times from the page of such a record to the record are those of no work that was done. */
    public static final TopicHeader REISSUED = TopicHeader.optional(
            "copydesk.reissued",
            "Present and empty when what is new in the record is not of its page, but of others of the site or of a feed that announced it.",
            null);

    /** Without it a rule was added. */
    public static final TopicHeader RULE_SOURCE = TopicHeader.optional(
            "copydesk.source",
            "`file` when the rule is of the file that the role alerts was started with, where alone it can be changed.",
            "file");

    /** The prefix unless configured otherwise. */
    public static final String DEFAULT_PREFIX = "news.";

    /**
     * The most bytes of a record with key, headers and the batch around it: {@code max.message.bytes} of every topic, internal
     * ones included, and {@code max.request.size} of every producer. A page of 5 MiB can make an outcome or an article of several
     * times that as base64 or JSON; Kafka's default is 1 MiB.
     */
    public static final int MAX_RECORD_BYTES = 16 * 1024 * 1024;

    /** The most bytes of a value: leaves room for key, headers and the batch around a record. */
    public static final int MAX_VALUE_BYTES = MAX_RECORD_BYTES - 64 * 1024;

    /** The subscriptions. In the partition of the feed's site. */
    public static final Topic<Subscription> SUBSCRIPTIONS = jsonTopic(
            "subscriptions",
            "feed URL",
            Subscription.class,
            Identity.KEY,
            Cleanup.COMPACT,
            null,
            Audience.OPERATIONS,
            "Feeds and sitemaps that are watched; a tombstone ends a subscription.");

    public static final Topic<Link> LINKS = jsonTopic(
            "links",
            "site",
            Link.class,
            Identity.KEY,
            Cleanup.DELETE,
            Duration.ofDays(7),
            Audience.OPERATIONS,
            "Discovered URLs, with title and date as the feed gave them.");

    public static final Topic<FetchRequest> FETCH_REQUESTS = jsonTopic(
            "fetch-requests",
            "site",
            FetchRequest.class,
            Identity.KEY,
            Cleanup.DELETE,
            Duration.ofDays(1),
            Audience.OPERATIONS,
            "HTTP exchanges that the frontier requests.");

    public static final Topic<FetchOutcome> FETCH_OUTCOMES = jsonTopic(
            "fetch-outcomes",
            "site",
            FetchOutcome.class,
            Identity.KEY,
            Cleanup.DELETE,
            Duration.ofDays(1),
            Audience.OPERATIONS,
            "Outcome of each fetch request.");

    /** In the partition of the feed's site. */
    public static final Topic<FeedStatus> FEED_STATUS = jsonTopic(
            "feed-status",
            "feed URL",
            FeedStatus.class,
            Identity.KEY,
            Cleanup.COMPACT,
            null,
            Audience.OPERATIONS,
            "Health and next poll of each subscription.");

    /** Holds secrets: who can read it can forge what a hub sends. */
    public static final Topic<HubSubscription> HUB_SUBSCRIPTIONS = jsonTopic(
            "hub-subscriptions",
            "callback id",
            HubSubscription.class,
            Identity.KEY,
            Cleanup.COMPACT,
            null,
            Audience.OPERATIONS,
            "Subscriptions at WebSub hubs, with the secrets that their messages are signed with.");

    /** Pages as WARC records: a dump of the topic is a valid WARC file. */
    public static final Topic<byte[]> PAGES = new Topic<>(
            "pages",
            "site",
            null,
            Identity.KEY,
            Cleanup.DELETE,
            Duration.ofDays(30),
            "zstd",
            MAX_RECORD_BYTES,
            Audience.OPERATIONS,
            "The fetched page as a WARC record: status, headers and body bytes as received; and as WARC metadata of its URL, by which feeds"
                    + " it was announced.");

    public static final Topic<Article> ARTICLES = jsonTopic(
            "articles",
            "article id",
            Article.class,
            Identity.KEY,
            Cleanup.COMPACT,
            Duration.ofDays(30),
            Audience.PUBLIC,
            "Every version of the clean article; the last value of a key is its newest version.");

    public static final Topic<SiteBoilerplate> SITE_BOILERPLATE = jsonTopic(
            "site-boilerplate",
            "site",
            SiteBoilerplate.class,
            Identity.KEY,
            Cleanup.COMPACT,
            null,
            Audience.PUBLIC,
            "Lines that were learned to be a site's boilerplate, with evidence.");

    public static final Topic<Revision> REVISIONS = jsonTopic(
            "revisions",
            "article id",
            Revision.class,
            Identity.KEY_AND_VERSIONS,
            Cleanup.DELETE,
            Duration.ofDays(90),
            Audience.PUBLIC,
            "What changed between two versions of an article, by sentence, and what learned boilerplate was taken out of one.");

    public static final Topic<Duplicate> DUPLICATES = jsonTopic(
            "duplicates",
            "article id",
            Duplicate.class,
            Identity.KEY,
            Cleanup.COMPACT,
            null,
            Audience.PUBLIC,
            "Articles that copy or contain another one; re-issued when an earlier original turns up.");

    public static final Topic<Article> ENRICHED_ARTICLES = jsonTopic(
            "enriched-articles",
            "article id",
            Article.class,
            Identity.KEY,
            Cleanup.COMPACT,
            null,
            Audience.PUBLIC,
            "The newest version of the article with its language, work, story and relations.");

    public static final Topic<Story> STORIES = jsonTopic(
            "stories",
            "story id",
            Story.class,
            Identity.KEY,
            Cleanup.COMPACT,
            null,
            Audience.PUBLIC,
            "Works that tell of one event; a merge is a tombstone and a new value.");

    public static final Topic<LedgerEntry> LEDGER = jsonTopic(
            "ledger",
            "input id",
            LedgerEntry.class,
            Identity.KEY,
            Cleanup.COMPACT,
            null,
            Audience.OPERATIONS,
            "Outcome of each input: a version of an article, unchanged, or a dead letter.");

    public static final Topic<DeadLetter> DEAD_LETTERS = jsonTopic(
            "dead-letters",
            "dead letter id",
            DeadLetter.class,
            Identity.KEY,
            Cleanup.COMPACT_AND_DELETE,
            Duration.ofDays(30),
            Audience.OPERATIONS,
            "Records that a stage refused, with reason, origin and original bytes.");

    public static final Topic<Alert> ALERTS = jsonTopic(
            "alerts",
            "alert id",
            Alert.class,
            Identity.KEY,
            Cleanup.DELETE,
            Duration.ofDays(90),
            Audience.PUBLIC,
            "What the operator's rules asked to be told of: articles, stories, silent feeds, dead letters.");

    /** The rules of the role {@code alerts}, which takes new ones while it runs; those of its file are shown here by the role itself. */
    public static final Topic<AlertRule> ALERT_RULES = jsonTopic(
            "alert-rules",
            "rule name",
            AlertRule.class,
            Identity.KEY,
            Cleanup.COMPACT,
            null,
            Audience.OPERATIONS,
            "Rules of what to be told of; a tombstone removes one.");

    private static final List<Topic<?>> ALL = List.of(
            SUBSCRIPTIONS,
            LINKS,
            FETCH_REQUESTS,
            FETCH_OUTCOMES,
            FEED_STATUS,
            HUB_SUBSCRIPTIONS,
            PAGES,
            ARTICLES,
            SITE_BOILERPLATE,
            REVISIONS,
            DUPLICATES,
            ENRICHED_ARTICLES,
            STORIES,
            LEDGER,
            DEAD_LETTERS,
            ALERTS,
            ALERT_RULES);

    private Topics() {}

    /** All topics, in the order of the flow. */
    public static List<Topic<?>> all() {
        return ALL;
    }

    /** The topics whose final state the digest covers: what an alert tells depends on when something was seen first, so alerts are not among them. */
    public static List<Topic<?>> published() {
        return forConsumers().stream().filter(t -> !t.equals(ALERTS)).toList();
    }

    /** The topics for consumers: those of the AsyncAPI document and the data contract. */
    public static List<Topic<?>> forConsumers() {
        return ALL.stream().filter(t -> t.audience() == Audience.PUBLIC).toList();
    }

    /** The topic of this name, with no prefix. */
    public static Optional<Topic<?>> named(String name) {
        return ALL.stream().filter(t -> t.name().equals(name)).findFirst();
    }

    /** The headers that records of the topic may have. */
    public static List<TopicHeader> headers(Topic<?> topic) {
        List<TopicHeader> headers = new ArrayList<>();
        if (topic.audience() == Audience.PUBLIC) {
            headers.addAll(EventHeaders.all());
        }
        headers.add(INPUT);
        if (topic.equals(STORIES)) {
            headers.addAll(List.of(STORY_MOVED_TO, STORY_MOVED_FROM));
        } else if (topic.equals(ARTICLES)) {
            headers.add(REISSUED);
        } else if (topic.equals(ALERT_RULES)) {
            headers.add(RULE_SOURCE);
        }
        return List.copyOf(headers);
    }

    private static <V> Topic<V> jsonTopic(
            String name,
            String key,
            Class<V> value,
            Identity identity,
            Cleanup cleanup,
            @Nullable Duration kept,
            Audience audience,
            String description) {
        // Every client reads gzip without an add-on; LZ4 is cheaper.
        String compression = audience == Audience.PUBLIC ? "gzip" : "lz4";
        return new Topic<>(
                name, key, value, identity, cleanup, kept, compression, MAX_RECORD_BYTES, audience, description);
    }
}
