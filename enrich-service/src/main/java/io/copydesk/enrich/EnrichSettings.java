package io.copydesk.enrich;

import java.time.Duration;

/**
 * What the enrich service keeps.
 *
 * @param retention how long after its last article came a story is kept to be compared with new articles; zero for no limit. What
 *     was published is not removed.
 */
public record EnrichSettings(Duration retention) {

    private static final Duration LEAST = Duration.ofDays(30);

    public EnrichSettings {
        if (!retention.isZero() && retention.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(
                    "retention must be 0s (no limit) or at least 30d, the window within which copies are found");
        }
    }

    /** 60 days, for a service that runs without end. */
    public static EnrichSettings defaults() {
        return new EnrichSettings(Duration.ofDays(60));
    }

    /** No limit, so that a corpus gives the same result in any order. */
    public static EnrichSettings forCorpora() {
        return new EnrichSettings(Duration.ZERO);
    }
}
