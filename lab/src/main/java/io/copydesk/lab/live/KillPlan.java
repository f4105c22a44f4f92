package io.copydesk.lab.live;

import io.copydesk.lab.loopback.FeedBehaviour;
import io.copydesk.lab.loopback.LoopbackSite;
import io.copydesk.lab.loopback.LoopbackWeb;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How often and when a crawler is killed.
 *
 * @param times how often
 * @param between the average time from its first request to the kill
 * @param sites the number of sites
 * @param seed of all random choices
 * @param folder for its data and its log
 */
public record KillPlan(int times, Duration between, int sites, long seed, Path folder) {

    static final Duration HOST_DELAY = Duration.ofMillis(300);
    private static final Duration CRAWL_DELAY = Duration.ofSeconds(2);
    private static final Duration OFTEN = Duration.ofSeconds(3);
    private static final Duration SELDOM = Duration.ofSeconds(10);
    private static final Duration SHORTEST_POLL = Duration.ofSeconds(1);
    private static final Duration LONGEST_POLL = Duration.ofSeconds(5);
    private static final int FEW_SITES = 20;

    /** Items in a feed: none leaves it while the crawler is down. */
    private static final int WINDOW = 60;

    /** A numeric address for each site, since another process cannot resolve invented names. */
    List<String> addresses() {
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < sites; i++) {
            addresses.add("127.7." + i / 250 + "." + (1 + i % 250));
        }
        return addresses;
    }

    /** Sites of all behaviours in rotation, every fourth with a {@code Crawl-delay}. */
    List<LoopbackSite> sites(LoopbackWeb web, Instant begin) {
        FeedBehaviour[] behaviours = FeedBehaviour.values();
        List<LoopbackSite> made = new ArrayList<>();
        for (String address : addresses()) {
            int i = made.size();
            boolean patient = i % 4 == 3;
            LoopbackSite site = new LoopbackSite(
                    address + ":" + web.port(),
                    behaviours[i % behaviours.length],
                    patient ? CRAWL_DELAY : Duration.ZERO,
                    paced(patient ? SELDOM : OFTEN),
                    WINDOW,
                    begin);
            made.add(i == 0 ? site : site.withGuestsAt(made.get(0)));
            web.add(site);
        }
        return made;
    }

    /** The arguments of {@code run}. */
    List<String> arguments(int port) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--feeds",
                opml().toString(),
                "--data",
                folder.resolve("data").toString(),
                "--partitions",
                "2"));
        settings(port).forEach(setting -> arguments.addAll(List.of("--set", setting)));
        return arguments;
    }

    /** What frontier and fetcher are told, {@code section.key=value}, with intervals of seconds in place of hours. */
    List<String> settings(int port) {
        return List.of(
                "frontier.min-poll=" + paced(SHORTEST_POLL).toMillis() + "ms",
                "frontier.max-poll=" + paced(LONGEST_POLL).toMillis() + "ms",
                "frontier.host-delay=" + HOST_DELAY.toMillis() + "ms",
                "frontier.start-within=2s",
                "frontier.lease=6s",
                "frontier.first-poll-spacing=10ms",
                "frontier.fetches-per-page=1",
                "fetch.deadline=3s",
                "fetch.allow-loopback=true",
                "fetch.ports=" + port);
    }

    /** The more sites, the slower each, so that the machine can fetch what all of them publish. */
    private Duration paced(Duration ofFew) {
        return ofFew.multipliedBy(Math.max(1, sites / FEW_SITES));
    }

    Path opml() {
        return folder.resolve("feeds.opml");
    }
}
