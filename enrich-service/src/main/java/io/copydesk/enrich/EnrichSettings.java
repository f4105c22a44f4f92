package io.copydesk.enrich;

import java.time.Duration;

/**
 * What the enrich service keeps.
 *
 * @param retention how long after its last article came a story is kept to be compared with new articles; zero for no limit. What
 *     was published is not removed.
 * @param snapshotChanges after how many changed articles, at the least, the state of the decisions is written to the state folder,
 *     from which the next start reads it; more than 3 % of all articles change in between
 * @param texts how long the enriched text of an article is kept in the state folder after it came, to be published again when its
 *     relations change; an older one is read from {@code articles} and enriched again
 * @param copyArticles from how many articles on the state of the decisions is copied to Kafka as well, from which a start without
 *     the state folder reads it; 0 for never
 * @param copyPause the least time between two copies
 */
public record EnrichSettings(
        Duration retention, int snapshotChanges, Duration texts, int copyArticles, Duration copyPause) {

    private static final Duration LEAST = Duration.ofDays(30);
    private static final Duration LEAST_TEXTS = Duration.ofHours(1);
    private static final int SNAPSHOT_CHANGES = 1_000;

    /** Fewer are decided on again in a second or two. */
    private static final int COPY_ARTICLES = 10_000;

    private static final Duration COPY_PAUSE = Duration.ofMinutes(10);

    /** As long as articles become part of a story. */
    private static final Duration TEXTS = Duration.ofDays(14);

    /** Longer than the time between the first and the last page of an archive. */
    private static final Duration ALL_TEXTS = Duration.ofDays(36_500);

    public EnrichSettings {
        if (!retention.isZero() && retention.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(
                    "retention must be 0s (no limit) or at least 30d, the window within which copies are found");
        }
        if (snapshotChanges < 1) {
            throw new IllegalArgumentException("snapshot-changes must be 1 or more");
        }
        if (texts.compareTo(LEAST_TEXTS) < 0) {
            throw new IllegalArgumentException("texts must be at least 1h");
        }
        if (copyArticles < 0) {
            throw new IllegalArgumentException("copy-articles must be 0 (never) or more");
        }
        if (copyPause.isNegative()) {
            throw new IllegalArgumentException("copy-pause must not be negative");
        }
    }

    /** 60 days, for a service that runs without end. */
    public static EnrichSettings defaults() {
        return new EnrichSettings(Duration.ofDays(60), SNAPSHOT_CHANGES, TEXTS, COPY_ARTICLES, COPY_PAUSE);
    }

    /** No limits, so that a corpus gives the same result in any order, and at the same cost. */
    public static EnrichSettings forCorpora() {
        return new EnrichSettings(Duration.ZERO, SNAPSHOT_CHANGES, ALL_TEXTS, COPY_ARTICLES, COPY_PAUSE);
    }
}
