package io.copydesk.lab.simulation;

import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Gzip;
import io.copydesk.schemas.HubMessage;
import io.copydesk.schemas.HubMessage.Kind;
import io.copydesk.schemas.Sha256;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Feeds of thirty items and the hub that they name, in virtual time. The hub grants one feed in ten a lease of an hour, four a day and the others what
 * they ask for; of every second feed it delivers the new entry alone. For one thread.
 */
final class SimulatedHub {

    private static final int WINDOW = 30;
    private static final long ANSWER = 500;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long MOST_BETWEEN = 2 * DAY;
    private static final long LEAST_BETWEEN = Duration.ofMinutes(10).toMillis();

    private static final class Feed {
        final String site;
        final List<Long> items = new ArrayList<>();
        int published;
        String callback = "";
        long leaseEnds;
        boolean lapsed;

        Feed(String site) {
            this.site = site;
        }

        String url() {
            return "https://www." + site + "/feed.xml";
        }
    }

    private final List<Feed> feeds = new ArrayList<>();
    private final Map<String, Feed> byUrl = new HashMap<>();
    private final Map<String, Long> open = new HashMap<>();
    private final List<Long> delays = new ArrayList<>();
    private final long start;
    private final long end;
    private final int dropOneIn;
    private int messages;
    private int dropped;
    private int verified;

    SimulatedHub(int count, int dropOneIn, long seed, long start, long end) {
        this.start = start;
        this.end = end;
        this.dropOneIn = dropOneIn;
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            Feed feed = new Feed("paper-" + i + ".example");
            double share = count == 1 ? 0 : (double) i / (count - 1);
            double between = LEAST_BETWEEN * Math.pow((double) MOST_BETWEEN / LEAST_BETWEEN, share);
            for (double at = start - 5 * between; at < end; at -= between * Math.log(1 - random.nextDouble())) {
                feed.items.add((long) at / 1000 * 1000);
            }
            while (feed.published < feed.items.size() && feed.items.get(feed.published) <= start) {
                feed.published++;
            }
            feeds.add(feed);
            byUrl.put(feed.url(), feed);
        }
    }

    long end() {
        return end;
    }

    List<String> feeds() {
        return feeds.stream().map(Feed::url).toList();
    }

    /** A request to the hub, which verifies at once. */
    void request(String form, long now, BiConsumer<String, FetchOutcome> callback) {
        Map<String, String> fields = Arrays.stream(form.split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
        Feed feed = byUrl.get(fields.getOrDefault("hub.topic", ""));
        if (feed == null || !"subscribe".equals(fields.get("hub.mode"))) {
            return;
        }
        String url = fields.getOrDefault("hub.callback", "");
        long asked = Long.parseLong(fields.getOrDefault("hub.lease_seconds", "0"));
        int number = feeds.indexOf(feed) % 10;
        long granted = number == 9 ? HOUR / 1000 : number % 2 == 1 ? DAY / 1000 : asked;
        feed.lapsed |= feed.leaseEnds > 0 && feed.leaseEnds < now;
        feed.callback = url.substring(url.lastIndexOf('/') + 1);
        feed.leaseEnds = now + granted * 1000;
        verified++;
        HubMessage message = new HubMessage(feed.callback, Kind.SUBSCRIBED, granted, null);
        callback.accept(
                feed.site,
                FetchOutcome.builder(message, feed.url(), Result.UNCHANGED, now + ANSWER)
                        .build());
    }

    /** Publishes what is due and delivers it where there is a lease. */
    void deliver(long now, BiConsumer<String, FetchOutcome> callback) {
        for (Feed feed : feeds) {
            while (feed.published < feed.items.size() && feed.items.get(feed.published) <= now) {
                int item = feed.published++;
                open.put(page(feed, item), feed.items.get(item));
                if (feed.leaseEnds < now) {
                    continue;
                }
                if (dropOneIn > 0 && ++messages % dropOneIn == 0) {
                    dropped++;
                    continue;
                }
                boolean alone = feeds.indexOf(feed) % 2 == 0;
                String body = document(feed, alone ? item : Math.max(0, item - WINDOW + 1));
                callback.accept(
                        feed.site,
                        FetchOutcome.builder(
                                        HubMessage.of(feed.callback, Kind.CONTENT),
                                        feed.url(),
                                        Result.FETCHED,
                                        now + ANSWER)
                                .contentType("application/atom+xml")
                                .body(Gzip.pack(body.getBytes(StandardCharsets.UTF_8)))
                                .build());
            }
        }
    }

    /** The answer to a request of any kind. */
    FetchOutcome answer(FetchRequest request, long at) {
        Feed feed = byUrl.get(request.url());
        if (request.form() != null) {
            return FetchOutcome.builder(request, Result.FETCHED, at).status(202).build();
        }
        if (request.target() == FetchTarget.FEED && feed != null) {
            byte[] body = document(feed, Math.max(0, feed.published - WINDOW)).getBytes(StandardCharsets.UTF_8);
            String digest = Sha256.hex(body);
            boolean same = digest.equals(request.digest());
            return FetchOutcome.builder(request, same ? Result.UNCHANGED : Result.FETCHED, at)
                    .status(200)
                    .digest(digest)
                    .hubLink("https://hub.example/")
                    .selfLink(feed.url())
                    .body(same ? null : Gzip.pack(body))
                    .build();
        }
        boolean robots = request.target() == FetchTarget.ROBOTS;
        return FetchOutcome.builder(request, robots ? Result.DENIED : Result.FETCHED, at)
                .status(robots ? 404 : 200)
                .digest(robots ? null : "page")
                .build();
    }

    private static String page(Feed feed, int item) {
        return "https://www." + feed.site + "/news/" + item;
    }

    private static String document(Feed feed, int from) {
        StringBuilder atom = new StringBuilder("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Paper</title>");
        for (int item = feed.published - 1; item >= from; item--) {
            String url = page(feed, item);
            atom.append("<entry><id>")
                    .append(url)
                    .append("</id><title>Item ")
                    .append(item)
                    .append("</title><link href=\"")
                    .append(url)
                    .append("\"/><updated>")
                    .append(Instant.ofEpochMilli(feed.items.get(item)))
                    .append("</updated></entry>");
        }
        return atom.append("</feed>").toString();
    }

    /** The link of a page was discovered. */
    void found(String url, long now) {
        Long published = open.remove(url);
        if (published != null && published > start && published < end - DAY) {
            delays.add(now - published);
        }
    }

    PushedMonthReport report(int polls, int hubRequests) {
        int lost = (int) open.values().stream().filter(at -> at < end - DAY).count();
        int lapsed = (int) feeds.stream()
                .filter(feed -> feed.lapsed || feed.leaseEnds > 0 && feed.leaseEnds < end)
                .count();
        delays.sort(null);
        return new PushedMonthReport(
                delays.size() + lost,
                lost,
                dropped,
                polls,
                hubRequests,
                verified,
                lapsed,
                quantile(0.5),
                quantile(0.95),
                quantile(1));
    }

    private long quantile(double share) {
        return delays.isEmpty()
                ? 0
                : delays.get((int) Math.min(delays.size() - 1, Math.ceil(share * delays.size()) - 1));
    }
}
