package io.copydesk.alerts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the operator is told of, and how long what was told is remembered.
 *
 * @param rules the file with the rules; without one there are no alerts
 * @param retention how long after its last arrival an article, a story or a silence is remembered, so that it is not told again
 * @param lookback how long before its very first start records may have arrived that are told of; older ones are only remembered
 * @param perHour how many alerts a rule raises in an hour of arrivals; what is more is counted in one alert `suppressed`
 */
public record AlertsSettings(Optional<Path> rules, Duration retention, Duration lookback, int perHour) {

    private static final int MOST_PER_HOUR = 100_000;

    public AlertsSettings {
        require(retention.compareTo(Duration.ofDays(1)) >= 0, "retention must be at least 1d");
        require(!lookback.isNegative(), "lookback must not be negative");
        require(perHour >= 1 && perHour <= MOST_PER_HOUR, "per-hour must be from 1 to " + MOST_PER_HOUR);
    }

    /** No rules; 90 days, one hour, 100 alerts. */
    public static AlertsSettings defaults() {
        return new AlertsSettings(Optional.empty(), Duration.ofDays(90), Duration.ofHours(1), 100);
    }

    /** The same with the rules of a file. */
    public AlertsSettings withRules(Path file) {
        return new AlertsSettings(Optional.of(file), retention, lookback, perHour);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
