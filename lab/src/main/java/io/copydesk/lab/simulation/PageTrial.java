package io.copydesk.lab.simulation;

import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.ingest.page.Site;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.PageVerdict;
import io.copydesk.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;

/**
 * Runs the real frontier topology over invented pages under a virtual clock. The links that name them come as from feeds; answers, and
 * the word of the clean stage that the text of a page changed, are simulated.
 */
final class PageTrial {

    private static final long STEP = 5_000;
    private static final long IDLE_STEP = 60_000;

    /** Between two polls of a sitemap, two runs of a system that dates all pages, and how long a news sitemap holds a page. */
    private static final long POLLS = 30 * 60_000L;

    private static final long RUNS = Rhythms.HOUR;
    private static final long HELD = 2 * Rhythms.DAY;

    private static final PageVerdict WITHDRAWN =
            new PageVerdict(false, PageVerdict.WITHDRAWN, "This article has been removed.");
    private static final PageVerdict MISSING = new PageVerdict(false, PageVerdict.GONE, "Page not found");

    private record Coming(long at, Runnable input) implements Comparable<Coming> {
        @Override
        public int compareTo(Coming other) {
            return Long.compare(at, other.at);
        }
    }

    private final WatchedPress press;
    private final FrontierSettings settings;
    private final SplittableRandom random;
    private final Map<String, WatchedPage> byUrl = new HashMap<>();
    private final PriorityQueue<Coming> coming = new PriorityQueue<>();
    private int awaited;

    /** Pages that were told to be withdrawn while they were not, by the fault of their site. */
    final Map<WatchedSite.Fault, Integer> falselyTold = new EnumMap<>(WatchedSite.Fault.class);

    PageTrial(WatchedPress press, FrontierSettings settings, long seed) {
        this.press = press;
        this.settings = settings;
        this.random = new SplittableRandom(seed);
        press.pages.forEach(page -> byUrl.put(page.url, page));
    }

    /** Runs to the end; {@code progress} receives the elapsed virtual time, in milliseconds. */
    void run(LongConsumer progress) {
        try (FrontierDriver driver = new FrontierDriver(settings, STEP, WatchedPress.START)) {
            run(driver, progress);
        }
    }

    private void run(FrontierDriver driver, LongConsumer progress) {
        TestInputTopic<String, FetchOutcome> outcomes = driver.input(Topics.FETCH_OUTCOMES);
        TestInputTopic<String, Link> links = driver.input(Topics.LINKS);
        TestOutputTopic<String, FetchRequest> requests = driver.output(Topics.FETCH_REQUESTS);
        TestOutputTopic<String, byte[]> pages = driver.bytes(Topics.PAGES);
        for (WatchedPage page : press.pages) {
            Link link = Link.builder()
                    .url(page.url)
                    .target(FetchTarget.PAGE)
                    .published(Instant.ofEpochMilli(page.published).toString())
                    .build();
            coming.add(new Coming(page.found, () -> links.pipeInput(Site.of(page.url), link)));
            hints(page)
                    .forEach(at -> coming.add(new Coming(at, () -> links.pipeInput(Site.of(page.url), updated(link)))));
        }
        for (long now = WatchedPress.START; now < press.end; ) {
            long step = awaited > 0 ? STEP : IDLE_STEP;
            driver.advance(step);
            now += step;
            while (!coming.isEmpty() && coming.peek().at <= now) {
                coming.poll().input.run();
            }
            while (!requests.isEmpty()) {
                answer(requests.readValue(), now, outcomes, links);
            }
            while (!pages.isEmpty()) {
                told(pages.readValue(), now);
            }
            driver.dropRest();
            progress.accept(now - WatchedPress.START);
        }
    }

    /** When polls of a news sitemap, which holds the articles of two days, show that the page's date changed. */
    private List<Long> hints(WatchedPage page) {
        List<Long> times = new ArrayList<>();
        SplittableRandom polls = new SplittableRandom(page.published ^ page.url.hashCode());
        if (page.site.dates == WatchedSite.Dates.RIGHT) {
            for (long edit : page.edits) {
                times.add(Math.max(page.found + 1, edit + polls.nextLong(POLLS)));
            }
        } else if (page.site.dates == WatchedSite.Dates.WRONG) {
            for (long run = page.found + RUNS; run < page.published + HELD; run += RUNS) {
                times.add(run);
            }
        }
        return times.stream().filter(at -> at < page.published + HELD).toList();
    }

    private static Link updated(Link link) {
        return Link.builder()
                .url(link.url())
                .target(FetchTarget.PAGE)
                .published(link.published())
                .updated(true)
                .build();
    }

    private void answer(
            FetchRequest request,
            long now,
            TestInputTopic<String, FetchOutcome> outcomes,
            TestInputTopic<String, Link> links) {
        long end = now + 100 + random.nextInt(2_000);
        boolean robots = request.target() == FetchTarget.ROBOTS;
        FetchOutcome outcome = robots ? reply(request, Result.DENIED, 404, end) : page(request, now, end, links);
        awaited++;
        coming.add(new Coming(end, () -> {
            awaited--;
            outcomes.pipeInput(Site.of(request.url()), outcome);
        }));
    }

    private FetchOutcome page(FetchRequest request, long now, long end, TestInputTopic<String, Link> links) {
        WatchedPage page = byUrl.get(request.url());
        if (page == null) { // the front page, to which a page led that was never there
            return reply(request, Result.DENIED, 403, end);
        }
        page.requests++;
        if (page.site.fails(page.url, now)) {
            boolean soft = page.site.soft
                    && page.site.fault != WatchedSite.Fault.REFUSING
                    && page.site.fault != WatchedSite.Fault.DOWN;
            return soft ? notice(page, MISSING, request, now, end, links) : failure(page.site.fault, request, end);
        }
        if (page.isGone(now)) {
            int how = Math.floorMod(page.url.hashCode(), 4);
            return how == 3 ? notice(page, WITHDRAWN, request, now, end, links) : gone(how, request, end);
        }
        boolean edited = page.see(now);
        if (edited || page.noticed) {
            cleaned(page, request, PageVerdict.ARTICLE, end, links);
        }
        page.noticed = false;
        String digest = page.site.restless ? Long.toString(now) : "v" + page.version(now);
        Result result = digest.equals(request.digest()) ? Result.UNCHANGED : Result.FETCHED;
        return FetchOutcome.builder(request, result, end)
                .status(200)
                .digest(digest)
                .build();
    }

    /** A page with the status 200 and a notice in place of its text. */
    private FetchOutcome notice(
            WatchedPage page,
            PageVerdict verdict,
            FetchRequest request,
            long now,
            long end,
            TestInputTopic<String, Link> links) {
        String digest = page.site.restless ? Long.toString(now) : String.valueOf(verdict.reason());
        boolean same = digest.equals(request.digest());
        page.noticed = true;
        if (!same) {
            cleaned(page, request, verdict, end, links);
        }
        return FetchOutcome.builder(request, same ? Result.UNCHANGED : Result.FETCHED, end)
                .status(200)
                .digest(digest)
                .build();
    }

    /** The word of the clean stage may overtake the outcome: they come in two topics. */
    private void cleaned(
            WatchedPage page, FetchRequest request, PageVerdict verdict, long end, TestInputTopic<String, Link> links) {
        Link word = Link.builder()
                .url(page.url)
                .target(FetchTarget.PAGE)
                .editedIn(request.id())
                .verdict(verdict)
                .build();
        long at = end + random.nextInt(10_000) - 1_000;
        coming.add(new Coming(at, () -> links.pipeInput(Site.of(page.url), word)));
    }

    private FetchOutcome failure(WatchedSite.Fault fault, FetchRequest request, long end) {
        return switch (fault) {
            case DOWN ->
                random.nextBoolean()
                        ? reply(request, Result.DENIED, 500 + random.nextInt(4), end)
                        : FetchOutcome.builder(request, Result.FAILED, end)
                                .reason(FailureReason.DEADLINE)
                                .build();
            case FRONT_PAGE -> frontPage(request, end);
            case REFUSING -> reply(request, Result.DENIED, random.nextBoolean() ? 403 : 429, end);
            default -> reply(request, Result.DENIED, 404, end);
        };
    }

    private static FetchOutcome gone(int how, FetchRequest request, long end) {
        return switch (how) {
            case 0 -> reply(request, Result.DENIED, 404, end);
            case 1 -> reply(request, Result.DENIED, 410, end);
            default -> frontPage(request, end);
        };
    }

    private static FetchOutcome frontPage(FetchRequest request, long end) {
        return FetchOutcome.builder(request, Result.MOVED, end)
                .status(302)
                .location(request.url().substring(0, request.url().indexOf('/', 8) + 1))
                .build();
    }

    private static FetchOutcome reply(FetchRequest request, Result result, int status, long end) {
        return FetchOutcome.builder(request, result, end).status(status).build();
    }

    private void told(byte[] record, long now) {
        String url = WarcPages.decode(record).fold(page -> String.valueOf(page.url()), broken -> {
            throw new IllegalStateException(broken.detail());
        });
        WatchedPage page = Objects.requireNonNull(byUrl.get(url), url);
        if (page.isGone(now)) {
            page.told = page.told == 0 ? now : page.told;
        } else {
            falselyTold.merge(page.site.fault, 1, Integer::sum);
        }
    }
}
