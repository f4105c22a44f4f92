package io.copydesk.ingest.frontier;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How feeds are polled and pages fetched. Immutable; built by name with {@link #toBuilder}.
 *
 * @param minPoll the shortest time between two polls of a feed
 * @param maxPoll the longest time between two polls of a healthy feed
 * @param itemsPerPoll how many new items a poll of a steady feed should bring; more means fewer requests and later discovery
 * @param hostDelay from the end of an exchange with a host to the start of the next
 * @param maxCrawlDelay the longest {@code Crawl-delay} that is kept; a longer one is cut to it
 * @param lease how long an outcome is waited for before its request is made again
 * @param startWithin how long after its issue a request may still be made; with the fetcher's deadline well under the lease
 * @param maxInFlight the most requests in flight at a time, for each task
 * @param fetchesPerPage fetches of a fresh page in the mean, spread over a week by what is learned of its site; 1 for one each,
 *     else more than 2
 * @param revisits how long after its first fetch a page is fetched again, whatever its site does; empty to learn it
 * @param forgetPages how long a page is remembered after a feed named it last
 * @param deadAfter how long a feed must fail without a break to count as dead
 * @param deadPoll the time between two polls of a dead feed
 * @param firstPollSpacing the time between the first polls of subscriptions that are new at once, for each task
 * @param callback the public URL under which WebSub hubs reach this installation, with the path that all callbacks begin with; empty: no hub is asked
 *     for anything
 * @param callbackBind host and port that the frontier listens on for hubs, which what answers at {@code callback} forwards to
 * @param backupPoll the time between two polls of a feed whose hub is relied on, at least; fewer when items might be lost from the feed
 * @param pushLease how long a hub is asked to deliver before it is asked again
 */
public record FrontierSettings(
        Duration minPoll,
        Duration maxPoll,
        double itemsPerPoll,
        Duration hostDelay,
        Duration maxCrawlDelay,
        Duration lease,
        Duration startWithin,
        int maxInFlight,
        double fetchesPerPage,
        List<Duration> revisits,
        Duration forgetPages,
        Duration deadAfter,
        Duration deadPoll,
        Duration firstPollSpacing,
        Optional<URI> callback,
        String callbackBind,
        Duration backupPoll,
        Duration pushLease) {

    private static final int MOST_FETCHES = 100;

    private static final FrontierSettings DEFAULTS = new FrontierSettings(
            Duration.ofMinutes(10),
            Duration.ofHours(22),
            1.4,
            Duration.ofSeconds(1),
            Duration.ofMinutes(2),
            Duration.ofSeconds(120),
            Duration.ofSeconds(60),
            256,
            3,
            List.of(),
            Duration.ofDays(30),
            Duration.ofDays(14),
            Duration.ofDays(7),
            Duration.ofMillis(10),
            Optional.empty(),
            "127.0.0.1:8088",
            Duration.ofHours(3),
            Duration.ofDays(10));

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException when a setting is out of its bounds; the message names it
     */
    public FrontierSettings {
        revisits = List.copyOf(revisits);
        require(minPoll.toMillis() >= 1, "min-poll must be at least 1ms");
        require(maxPoll.compareTo(minPoll) >= 0, "max-poll must not be shorter than min-poll");
        require(itemsPerPoll > 0, "items-per-poll must be more than 0");
        require(!hostDelay.isNegative(), "host-delay must not be negative");
        require(lease.compareTo(startWithin) > 0, "lease must be longer than start-within");
        require(maxInFlight >= 1, "max-in-flight must be at least 1");
        require(
                callback.map(FrontierSettings::isCallback).orElse(true),
                "callback must be an http or https URL of a host, without query, fragment and user");
        address(callbackBind);
        require(!backupPoll.isNegative(), "backup-poll must not be negative");
        require(pushLease.compareTo(Duration.ofHours(1)) >= 0, "push-lease must be at least 1h");
        require(
                fetchesPerPage == 1 || fetchesPerPage > 2 && fetchesPerPage <= MOST_FETCHES,
                "fetches-per-page must be 1, or more than 2 and at most " + MOST_FETCHES);
    }

    /** Polls between 10 minutes and 22 hours, a second between two requests to a host, three fetches of a page. */
    public static FrontierSettings defaults() {
        return DEFAULTS;
    }

    /** A builder that starts from these settings. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    private static boolean isCallback(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }

    /** Where the frontier listens for hubs; looks the host up. */
    public InetSocketAddress callbackAddress() {
        HostAndPort address = address(callbackBind);
        return new InetSocketAddress(address.host, address.port);
    }

    private record HostAndPort(String host, int port) {}

    private static HostAndPort address(String bind) {
        int colon = bind.lastIndexOf(':');
        String port = bind.substring(colon + 1);
        boolean valid = colon > 0 && port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65_535;
        require(valid, "callback-bind must be HOST:PORT, such as 127.0.0.1:8088");
        return new HostAndPort(bind.substring(0, colon), Integer.parseInt(port));
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    /** Changes settings by name. For one thread. */
    public static final class Builder {
        private Duration minPoll;
        private Duration maxPoll;
        private double itemsPerPoll;
        private Duration hostDelay;
        private Duration maxCrawlDelay;
        private Duration lease;
        private Duration startWithin;
        private int maxInFlight;
        private double fetchesPerPage;
        private List<Duration> revisits;
        private Duration forgetPages;
        private Duration deadAfter;
        private Duration deadPoll;
        private Duration firstPollSpacing;
        private Optional<URI> callback;
        private String callbackBind;
        private Duration backupPoll;
        private Duration pushLease;

        private Builder(FrontierSettings from) {
            minPoll = from.minPoll;
            maxPoll = from.maxPoll;
            itemsPerPoll = from.itemsPerPoll;
            hostDelay = from.hostDelay;
            maxCrawlDelay = from.maxCrawlDelay;
            lease = from.lease;
            startWithin = from.startWithin;
            maxInFlight = from.maxInFlight;
            fetchesPerPage = from.fetchesPerPage;
            revisits = from.revisits;
            forgetPages = from.forgetPages;
            deadAfter = from.deadAfter;
            deadPoll = from.deadPoll;
            firstPollSpacing = from.firstPollSpacing;
            callback = from.callback;
            callbackBind = from.callbackBind;
            backupPoll = from.backupPoll;
            pushLease = from.pushLease;
        }

        public Builder minPoll(Duration value) {
            minPoll = value;
            return this;
        }

        public Builder maxPoll(Duration value) {
            maxPoll = value;
            return this;
        }

        public Builder itemsPerPoll(double value) {
            itemsPerPoll = value;
            return this;
        }

        public Builder hostDelay(Duration value) {
            hostDelay = value;
            return this;
        }

        public Builder maxCrawlDelay(Duration value) {
            maxCrawlDelay = value;
            return this;
        }

        public Builder lease(Duration value) {
            lease = value;
            return this;
        }

        public Builder startWithin(Duration value) {
            startWithin = value;
            return this;
        }

        public Builder maxInFlight(int value) {
            maxInFlight = value;
            return this;
        }

        public Builder fetchesPerPage(double value) {
            fetchesPerPage = value;
            return this;
        }

        public Builder revisits(List<Duration> value) {
            revisits = value;
            return this;
        }

        public Builder forgetPages(Duration value) {
            forgetPages = value;
            return this;
        }

        public Builder deadAfter(Duration value) {
            deadAfter = value;
            return this;
        }

        public Builder deadPoll(Duration value) {
            deadPoll = value;
            return this;
        }

        public Builder firstPollSpacing(Duration value) {
            firstPollSpacing = value;
            return this;
        }

        public Builder callback(URI value) {
            callback = Optional.of(value);
            return this;
        }

        public Builder callbackBind(String value) {
            callbackBind = value;
            return this;
        }

        public Builder backupPoll(Duration value) {
            backupPoll = value;
            return this;
        }

        public Builder pushLease(Duration value) {
            pushLease = value;
            return this;
        }

        public FrontierSettings build() {
            return new FrontierSettings(
                    minPoll,
                    maxPoll,
                    itemsPerPoll,
                    hostDelay,
                    maxCrawlDelay,
                    lease,
                    startWithin,
                    maxInFlight,
                    fetchesPerPage,
                    revisits,
                    forgetPages,
                    deadAfter,
                    deadPoll,
                    firstPollSpacing,
                    callback,
                    callbackBind,
                    backupPoll,
                    pushLease);
        }
    }
}
