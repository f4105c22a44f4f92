package io.copydesk.lab.loopback;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An invented site with one feed, to which items are added at a fixed interval. Every fifth item is behind a redirect, every
 * eleventh is disallowed by robots.txt, every seventh is at another site. Thread-safe.
 */
public final class LoopbackSite {

    private static final DateTimeFormatter RFC_822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(3);
    private static final int MANY = 5;
    private static final int BEFORE_GONE = 3;
    private static final int OF_GONE = 3;

    private final String authority;
    private final FeedBehaviour behaviour;
    private final Duration crawlDelay;
    private final Duration every;
    private final int window;
    private final Instant begin;
    private final AtomicInteger polls = new AtomicInteger();
    private volatile @Nullable String guestOf;
    private volatile Instant end = Instant.MAX;

    /**
     * A site.
     *
     * @param authority host, and port unless it is 80
     * @param crawlDelay {@code Crawl-delay} of its robots.txt, in whole seconds; zero for none
     * @param every how often an item is published
     * @param window how many items the feed holds
     * @param begin when the first item is published
     */
    public LoopbackSite(
            String authority, FeedBehaviour behaviour, Duration crawlDelay, Duration every, int window, Instant begin) {
        this.authority = authority;
        this.behaviour = behaviour;
        this.crawlDelay = crawlDelay;
        this.every = every;
        this.window = window;
        this.begin = begin;
    }

    /** Moves every seventh item to another site. */
    public LoopbackSite withGuestsAt(LoopbackSite other) {
        guestOf = other.authority;
        return this;
    }

    /** Host, and port unless it is 80. */
    public String authority() {
        return authority;
    }

    /** {@code Crawl-delay} of its robots.txt, zero for none. */
    public Duration crawlDelay() {
        return crawlDelay;
    }

    /** The URL to subscribe to. */
    public String feedUrl() {
        return base()
                + (behaviour == FeedBehaviour.MOVED || behaviour == FeedBehaviour.ELSEWHERE ? "/old.xml" : "/feed.xml");
    }

    /** Publishes nothing after this time. */
    public void stop(Instant at) {
        end = at;
    }

    /** How many items have been published. */
    public int published(Instant now) {
        if (behaviour == FeedBehaviour.GONE) {
            return OF_GONE;
        }
        Instant until = now.isBefore(end) ? now : end;
        return until.isBefore(begin) ? 0 : (int) (Duration.between(begin, until).toMillis() / every.toMillis()) + 1;
    }

    /** The URL of an item's page after redirects; also of a page that robots.txt disallows. */
    public String pageUrl(int item) {
        return isPrivate(item)
                ? linkUrl(item)
                : (isGuest(item) ? "http://" + guestOf : base()) + "/news/" + number(item) + ".html";
    }

    /** Whether robots.txt disallows an item's page. */
    public boolean isPrivate(int item) {
        return item % 11 == 10;
    }

    private String linkUrl(int item) {
        return isPrivate(item)
                ? base() + "/private/" + item + ".html"
                : item % 5 == 4 ? base() + "/go/" + item : pageUrl(item);
    }

    private boolean isGuest(int item) {
        return guestOf != null && item % 7 == 6;
    }

    private String number(int item) {
        return isGuest(item) ? authority.replaceAll("\\W", "-") + "-" + item : Integer.toString(item);
    }

    private String base() {
        return "http://" + authority;
    }

    /** The response to one request. */
    Answer answer(String path, @Nullable String knownTag, Instant now) {
        if (path.equals("/robots.txt")) {
            String delay = crawlDelay.isZero() ? "" : "Crawl-delay: " + crawlDelay.toSeconds() + "\n";
            return Answer.of("text/plain", "User-agent: *\n" + delay + "Disallow: /private/\n");
        }
        if (path.equals("/old.xml")) {
            return Answer.moved(behaviour == FeedBehaviour.MOVED ? 301 : 302, base() + "/feed.xml");
        }
        if (path.equals("/feed.xml")) {
            return poll(knownTag, now);
        }
        if (path.startsWith("/go/")) {
            return Answer.moved(302, pageUrl(Integer.parseInt(path.substring("/go/".length()))));
        }
        return path.startsWith("/news/") || path.startsWith("/private/")
                ? Answer.of("text/html; charset=utf-8", InventedPress.page(authority + path))
                : Answer.status(404);
    }

    private Answer poll(@Nullable String knownTag, Instant now) {
        int poll = polls.incrementAndGet();
        if (behaviour == FeedBehaviour.GONE && poll > BEFORE_GONE) {
            return Answer.status(410);
        }
        if (poll % MANY == 0 && (behaviour == FeedBehaviour.BUSY || behaviour == FeedBehaviour.FAILING)) {
            return Answer.later(behaviour == FeedBehaviour.BUSY ? 429 : 503, RETRY_AFTER);
        }
        int items = published(now);
        return Answer.of("application/rss+xml", rss(items)).validated("\"" + items + "\"", knownTag);
    }

    private String rss(int items) {
        StringBuilder rss = new StringBuilder("<rss version=\"2.0\"><channel><title>")
                .append(InventedPress.headline(authority))
                .append("</title>");
        for (int item = items - 1; item >= Math.max(0, items - window); item--) {
            rss.append("<item><title>")
                    .append(InventedPress.headline(pageUrl(item)))
                    .append("</title><link>")
                    .append(linkUrl(item))
                    .append("</link><guid>")
                    .append(pageUrl(item))
                    .append("</guid><pubDate>")
                    .append(RFC_822.format(begin.plus(every.multipliedBy(item))))
                    .append("</pubDate></item>");
        }
        return rss.append("</channel></rss>").toString();
    }
}
