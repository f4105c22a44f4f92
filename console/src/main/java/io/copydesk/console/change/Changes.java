package io.copydesk.console.change;

import io.copydesk.alerts.added.RuleWriter;
import io.copydesk.alerts.rule.Rule;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.opml.Opml;
import io.copydesk.ingest.opml.OpmlEntry;
import io.copydesk.ingest.opml.OpmlResult;
import io.copydesk.ingest.subscription.SubscriptionWriter;
import io.copydesk.kit.deadletter.Retry;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.Subscription;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes subscriptions and rules of alerts and sends dead letters again, by the records that the command line writes as well. Clients are made at the
 * first change, so that a console that only reads needs no permission to write. Safe for use by several threads; one change at a time.
 */
public final class Changes implements AutoCloseable {

    private final KafkaSettings kafka;
    private final String prefix;
    private final int partitions;
    private @Nullable SubscriptionWriter writer;
    private @Nullable RuleWriter rules;

    /** In the topics of {@code prefix}, which have so many partitions. */
    public Changes(KafkaSettings kafka, String prefix, int partitions) {
        this.kafka = kafka;
        this.prefix = prefix;
        this.partitions = partitions;
    }

    /**
     * The URL in the spelling that is kept.
     *
     * @throws IllegalArgumentException with a sentence when it is none of a feed
     */
    public static String normalised(String url) {
        return UrlKey.of(url.strip()).fold(UrlKey.Key::url, reason -> {
            throw new IllegalArgumentException(
                    "That is not an http or https URL (" + reason + "), such as https://site.example/feed.xml.");
        });
    }

    private SubscriptionWriter writer() {
        SubscriptionWriter known = writer;
        if (known == null) {
            known = new SubscriptionWriter(kafka.producer(), prefix, partitions);
            writer = known;
        }
        return known;
    }

    private RuleWriter rules() {
        RuleWriter known = rules;
        if (known == null) {
            known = new RuleWriter(kafka.producer(), prefix);
            rules = known;
        }
        return known;
    }

    /** Adds a rule of alerts, or replaces the added one of its name. */
    public synchronized void addRule(Rule rule) {
        rules().add(rule);
        rules().flush();
    }

    /** Removes a rule of alerts. */
    public synchronized void removeRule(String name) {
        rules().remove(name);
        rules().flush();
    }

    /** Watches a feed, or changes what is known of one. */
    public synchronized void add(Subscription feed) {
        writer().add(feed);
        writer().flush();
    }

    /** Ends a subscription. */
    public synchronized void remove(String url) {
        writer().remove(url);
        writer().flush();
    }

    /** Asks the frontier to poll a feed now. */
    public synchronized void refresh(String url) {
        writer().refresh(url);
        writer().flush();
    }

    /**
     * What came of an OPML file.
     *
     * @param added how many feeds
     * @param refused a sentence for each entry that is no feed's
     */
    public record Imported(int added, List<String> refused) {}

    /**
     * Watches the feeds of an OPML file; what it leaves open of one that is known stays.
     *
     * @param known gives the subscription of a URL, {@code null} when there is none
     * @throws IllegalArgumentException when it is no OPML
     */
    public synchronized Imported importOpml(byte[] file, Function<String, @Nullable Subscription> known) {
        OpmlResult.Parsed list = Opml.read(file).fold(parsed -> parsed, reason -> {
            throw new IllegalArgumentException("That is not OPML: " + reason + ".");
        });
        for (OpmlEntry entry : list.entries()) {
            Subscription feed =
                    new Subscription(entry.url(), entry.title(), entry.category(), null).prioritised(entry.priority());
            writer().add(feed.over(known.apply(entry.url())));
        }
        writer().flush();
        return new Imported(list.entries().size(), list.refused());
    }

    /**
     * Sends the originals of dead letters to where they came from.
     *
     * @param places where the letters are in their topic
     * @return how many were sent; one that was taken back meanwhile, or is not whole, is not
     * @throws IOException when the letters cannot be read
     */
    public synchronized int retry(Collection<Place> places) throws IOException {
        try (Retry retry = new Retry(kafka.producer(), prefix);
                LetterReader reader = new LetterReader(kafka, prefix)) {
            int sent = 0;
            List<DeadLetter> batch = new ArrayList<>();
            long bytes = 0;
            for (Place place : places) {
                DeadLetter letter = reader.read(place).orElse(null);
                if (letter != null) {
                    batch.add(letter);
                    bytes += letter.bytes().length;
                }
                if (bytes > DeadLetter.MAX_BYTES) {
                    sent += retry.send(batch);
                    batch.clear();
                    bytes = 0;
                }
            }
            return batch.isEmpty() ? sent : sent + retry.send(batch);
        }
    }

    /**
     * Where a dead letter is.
     *
     * @param id its key
     */
    public record Place(String id, int partition, long offset) {}

    @Override
    public synchronized void close() {
        if (writer != null) {
            writer.close();
        }
        if (rules != null) {
            rules.close();
        }
    }
}
