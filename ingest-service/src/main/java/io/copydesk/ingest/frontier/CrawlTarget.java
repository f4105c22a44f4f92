package io.copydesk.ingest.frontier;

import java.util.function.Function;

/**
 * What a request of the frontier is for. The text of one is a letter for the kind and its identity; queues, the pages store
 * and the states of hosts keep it, so the letters must not change.
 */
sealed interface CrawlTarget {

    /** The lane of a host's queue for what cannot wait: a feed drops its oldest items. */
    char URGENT = '0';

    /** The lane of a host's queue for what can wait. */
    char PATIENT = '1';

    /** The lane of a host's queue for what others of the same host may wait for: it comes before all else that is due. */
    char AWAITED = '6';

    /** A subscribed feed or sitemap, by its URL. */
    record Feed(String url) implements CrawlTarget {
        @Override
        public <T> T fold(
                Function<Feed, T> feed, Function<Page, T> page, Function<Hop, T> hop, Function<Robots, T> robots) {
            return feed.apply(this);
        }
    }

    /** A page, by the key of its URL ({@link io.copydesk.ingest.link.UrlKey}). */
    record Page(String key) implements CrawlTarget {
        @Override
        public <T> T fold(
                Function<Feed, T> feed, Function<Page, T> page, Function<Hop, T> hop, Function<Robots, T> robots) {
            return page.apply(this);
        }
    }

    /** The next URL of a redirected request for a feed or a robots.txt, by the id of that request. */
    record Hop(String requestId) implements CrawlTarget {
        @Override
        public <T> T fold(
                Function<Feed, T> feed, Function<Page, T> page, Function<Hop, T> hop, Function<Robots, T> robots) {
            return hop.apply(this);
        }
    }

    /** The robots.txt of an origin. Never queued: it is requested when another target of the origin needs it. */
    record Robots(String origin) implements CrawlTarget {
        @Override
        public <T> T fold(
                Function<Feed, T> feed, Function<Page, T> page, Function<Hop, T> hop, Function<Robots, T> robots) {
            return robots.apply(this);
        }
    }

    /** One case for each kind of target. */
    <T> T fold(Function<Feed, T> feed, Function<Page, T> page, Function<Hop, T> hop, Function<Robots, T> robots);

    /** The persisted form, which {@link #parse} reads. */
    default String text() {
        return fold(
                feed -> "f" + feed.url(),
                page -> "p" + page.key(),
                hop -> "h" + hop.requestId(),
                robots -> "r" + robots.origin());
    }

    /** The lane of the host's queue in which it waits. */
    default char lane() {
        return fold(feed -> URGENT, page -> PATIENT, hop -> AWAITED, robots -> URGENT);
    }

    /**
     * The target with this {@link #text}.
     *
     * @throws IllegalArgumentException when the kind is unknown, for example that of a later version
     */
    static CrawlTarget parse(String text) {
        String name = text.isEmpty() ? "" : text.substring(1);
        return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case 'f' -> new Feed(name);
            case 'p' -> new Page(name);
            case 'h' -> new Hop(name);
            case 'r' -> new Robots(name);
            default -> throw new IllegalArgumentException("no known kind of crawl target: '" + text + "'");
        };
    }
}
