package io.copydesk.lab.live;

import io.copydesk.lab.loopback.Judgement;
import io.copydesk.lab.loopback.LoopbackSite;
import io.copydesk.lab.loopback.LoopbackWeb;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The growing sites of a trial and what they were asked for. For one thread. */
final class WatchedSites implements AutoCloseable {

    private static final Duration ANSWER_TIME = Duration.ofMillis(40);

    private final LoopbackWeb web;
    private final List<LoopbackSite> sites;

    private WatchedSites(LoopbackWeb web, List<LoopbackSite> sites) {
        this.web = web;
        this.sites = sites;
    }

    static WatchedSites open(KillPlan plan) throws IOException {
        LoopbackWeb web = LoopbackWeb.open(plan.addresses(), ANSWER_TIME, Clock.systemUTC());
        return new WatchedSites(web, plan.sites(web, now()));
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    /** The port of all of them. */
    int port() {
        return web.port();
    }

    int visits() {
        return web.visitCount();
    }

    List<LoopbackSite> all() {
        return sites;
    }

    /** They publish nothing more. */
    void stop() {
        sites.forEach(site -> site.stop(now()));
    }

    /** Whether every page that robots.txt allows was fetched. */
    boolean areFetched() {
        Set<String> served = web.visits().stream()
                .filter(visit -> visit.status() == 200)
                .map(visit -> "http://" + visit.authority() + visit.path())
                .collect(Collectors.toSet());
        return served.containsAll(ItemFates.pages(sites, now()));
    }

    /** @param kills as {@link Judgement#of} takes them */
    Judgement judge(List<Long> kills) {
        Map<String, LoopbackSite> byAuthority =
                sites.stream().collect(Collectors.toMap(LoopbackSite::authority, Function.identity()));
        return Judgement.of(
                web.visits(),
                KillPlan.HOST_DELAY,
                authority -> byAuthority.containsKey(authority)
                        ? byAuthority.get(authority).crawlDelay()
                        : Duration.ZERO,
                kills);
    }

    @Override
    public void close() {
        web.close();
    }
}
