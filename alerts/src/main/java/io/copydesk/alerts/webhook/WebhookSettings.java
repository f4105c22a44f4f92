package io.copydesk.alerts.webhook;

import java.time.Duration;

/**
 * How alerts are sent.
 *
 * @param attempts how often one is sent at most
 * @param timeout for one attempt, look-up and answer included
 * @param allowPrivate whether receivers may have private and loopback addresses
 */
public record WebhookSettings(int attempts, Duration timeout, boolean allowPrivate) {}
