package io.copydesk.lab.live;

import io.copydesk.ingest.fetch.FetchService;
import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.ingest.page.PageAnnouncement;
import io.copydesk.lab.loopback.FeedBehaviour;
import io.copydesk.lab.loopback.Judgement;
import io.copydesk.lab.loopback.LoopbackSite;
import io.copydesk.lab.loopback.LoopbackWeb;
import io.copydesk.lab.loopback.Visit;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.subscriptions.Subscriptions;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Rate at which one instance fetches from many hosts: feeds with some pages each, all at once, through frontier, fetcher and
 * topics, with or without the stages after them.
 *
 * @param pages that arrived in the topic
 * @param requests that the hosts received: robots.txt, feeds and pages
 * @param seconds from the first request to the last
 * @param cpuMillis processor time of this process for each request, including the broker, without the servers of the sites
 * @param rulesBroken requests that overlapped with another to the same host or came too soon after it
 */
public record FetchRate(long pages, long requests, double seconds, double cpuMillis, int rulesBroken) {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration HOST_DELAY = Duration.ofMillis(10);
    private static final String FIRST = "127.0.0.1";
    private static final int PARTITIONS = 4;
    private static final PipelineOptions OPTIONS = new PipelineOptions(null, null, Topics.DEFAULT_PREFIX, PARTITIONS);

    /**
     * Runs the trial.
     *
     * @param hosts how many, one feed each
     * @param items pages in each feed
     * @param answerTime the least time for each response
     * @param whole whether the stages from cleaning on run meanwhile
     */
    public static FetchRate measure(int hosts, int items, Duration answerTime, boolean whole)
            throws IOException, InterruptedException {
        Duration apart = Duration.ofMillis(1);
        try (LoopbackWeb web = LoopbackWeb.open(List.of(FIRST), answerTime, Clock.systemUTC());
                LocalPipeline pipeline = whole ? LocalPipeline.start(OPTIONS) : LocalPipeline.startIdle(OPTIONS)) {
            Instant begin = Clock.systemUTC().instant().minus(apart.multipliedBy(items));
            List<LoopbackSite> sites = new ArrayList<>();
            for (int i = 0; i < hosts; i++) {
                LoopbackSite site = new LoopbackSite(
                        "site" + i + ".example:" + web.port(), FeedBehaviour.WELL, Duration.ZERO, apart, items, begin);
                site.stop(begin.plus(apart.multipliedBy(items - 1L)));
                sites.add(site);
                web.add(site);
            }
            InetAddress loopback = InetAddress.getByName(FIRST);
            FetchService fetching = pipeline.watch(
                    settings(), FetchSettings.defaults().onLoopback(List.of(web.port())), host -> List.of(loopback));
            long cpu = Sampler.cpuNanos();
            try (Subscriptions subscriptions = new Subscriptions(pipeline.cluster(), pipeline.prefix(), PARTITIONS)) {
                sites.forEach(site -> subscriptions.add(new Subscription(site.feedUrl(), null, null, null)));
                subscriptions.flush();
            }
            int expected = expected(sites);
            await(pipeline, web, expected);
            cpu = Sampler.cpuNanos() - cpu;
            return result(pipeline, web, cpu, fetching.made());
        }
    }

    private static void await(LocalPipeline pipeline, LoopbackWeb web, int expected) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (web.visitCount() < expected && System.nanoTime() < end) {
            pipeline.requireAlive();
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static int expected(List<LoopbackSite> sites) {
        int requests = 0;
        for (LoopbackSite site : sites) {
            requests += 2;
            for (int item = 0; item < site.published(Instant.MAX); item++) {
                requests += site.isPrivate(item) ? 0 : item % 5 == 4 ? 2 : 1;
            }
        }
        return requests;
    }

    private static FetchRate result(LocalPipeline pipeline, LoopbackWeb web, long cpu, long made) throws IOException {
        List<Visit> visits = web.visits();
        long first = visits.stream().mapToLong(Visit::start).min().orElse(0);
        long last = visits.stream().mapToLong(Visit::end).max().orElse(0);
        long[] pages = new long[1];
        pipeline.reader().read(Topics.PAGES.name(pipeline.prefix()), false, record -> {
            pages[0] += PageAnnouncement.decode(record.value()).isPresent() ? 0 : 1;
            return true;
        });
        Judgement judgement = Judgement.of(visits, HOST_DELAY, host -> Duration.ZERO, List.of());
        return new FetchRate(
                pages[0],
                visits.size(),
                (last - first) / 1e9,
                cpu / 1e6 / Math.max(1, made),
                judgement.rulesBroken() + judgement.needless());
    }

    /** Polls each feed once, with a very short pause between requests. */
    private static FrontierSettings settings() {
        FrontierSettings defaults = FrontierSettings.defaults();
        return defaults.toBuilder()
                .minPoll(defaults.minPoll().multipliedBy(24))
                .hostDelay(HOST_DELAY)
                .fetchesPerPage(1)
                .firstPollSpacing(Duration.ZERO)
                .build();
    }
}
