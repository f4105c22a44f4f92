package io.copydesk.enrich;

import java.time.Duration;

/**
 * What the enrich service keeps.
 *
 * @param retention how long a story is remembered after the last of its articles came, for new articles to be compared with; zero for
 *     ever. What was published stays.
 */
public record EnrichSettings(Duration retention) {

    private static final Duration LEAST = Duration.ofDays(30);

    public EnrichSettings {
        if (!retention.isZero() && retention.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(
                    "retention must be 0s, for ever, or at least 30d, the time within which copies are looked for");
        }
    }

    /** 60 days, for a service that runs on and on. */
    public static EnrichSettings defaults() {
        return new EnrichSettings(Duration.ofDays(60));
    }

    /** Nothing is forgotten, so that a corpus gives the same result in any order. */
    public static EnrichSettings forCorpora() {
        return new EnrichSettings(Duration.ZERO);
    }
}
