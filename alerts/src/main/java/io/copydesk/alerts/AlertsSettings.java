package io.copydesk.alerts;

import io.copydesk.alerts.webhook.WebhookSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the operator is told of, and how long what was told is remembered.
 *
 * @param rules the file with rules that only it can change, and with webhooks; without one there are the rules that are added while it runs
 * @param retention how long after its last arrival an article, a story or a silence is remembered, so that it is not told again
 * @param lookback how long before its very first start records may have arrived that are told of; older ones are only remembered
 * @param perHour how many alerts a rule raises in an hour of arrivals; what is more is counted in one alert `suppressed`
 * @param attempts how often an alert is sent to a webhook at most, before it becomes a dead letter
 * @param timeout for one attempt, look-up and answer included
 * @param allowPrivate whether webhooks may have private and loopback addresses
 */
public record AlertsSettings(
        Optional<Path> rules,
        Duration retention,
        Duration lookback,
        int perHour,
        int attempts,
        Duration timeout,
        boolean allowPrivate) {

    private static final int MOST_ATTEMPTS = 100;

    private static final int MOST_PER_HOUR = 100_000;

    public AlertsSettings {
        require(retention.compareTo(Duration.ofDays(1)) >= 0, "retention must be at least 1d");
        require(!lookback.isNegative(), "lookback must not be negative");
        require(perHour >= 1 && perHour <= MOST_PER_HOUR, "per-hour must be from 1 to " + MOST_PER_HOUR);
        require(attempts >= 1 && attempts <= MOST_ATTEMPTS, "attempts must be from 1 to " + MOST_ATTEMPTS);
        require(timeout.toMillis() >= 1, "timeout must be at least 1ms");
    }

    /** No file; 90 days, one hour, 100 alerts; 10 attempts of 10 s each, public addresses only. */
    public static AlertsSettings defaults() {
        return new AlertsSettings(
                Optional.empty(), Duration.ofDays(90), Duration.ofHours(1), 100, 10, Duration.ofSeconds(10), false);
    }

    /** The same with the rules of a file. */
    public AlertsSettings withRules(Path file) {
        return new AlertsSettings(Optional.of(file), retention, lookback, perHour, attempts, timeout, allowPrivate);
    }

    /** The same with another limit by hour. */
    AlertsSettings withPerHour(int most) {
        return new AlertsSettings(rules, retention, lookback, most, attempts, timeout, allowPrivate);
    }

    /** The same with webhooks at private and loopback addresses allowed. */
    public AlertsSettings withPrivate() {
        return new AlertsSettings(rules, retention, lookback, perHour, attempts, timeout, true);
    }

    WebhookSettings webhooks() {
        return new WebhookSettings(attempts, timeout, allowPrivate);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
