package io.copydesk.lab.simulation;

import io.copydesk.ingest.frontier.FrontierSettings;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * The frontier and the schedules of others on one simulated web.
 *
 * @param scores by schedule, the frontier's first
 * @param broken how often each rule of politeness was broken by the frontier
 * @param liars polls from the first lie of each feed that lied until it was not believed any more, or so far
 * @param feedRequests of the frontier
 * @param pageRequests of the frontier
 * @param robotsRequests of the frontier
 */
public record FrontierBench(
        Map<String, TrialScore> scores,
        Map<String, Long> broken,
        Collection<Integer> liars,
        long feedRequests,
        long pageRequests,
        long robotsRequests) {

    /** Simulated time begins here: a Monday. */
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    /** Most polls that a liar may be believed for. */
    public static final int LIAR_POLLS = 24;

    /**
     * Runs them one after the other.
     *
     * @param progress hears the virtual milliseconds that the frontier has passed
     */
    public static FrontierBench run(long seed, int feeds, int days, FrontierSettings settings, LongConsumer progress) {
        SimulatedWeb web = new SimulatedWeb(seed, feeds, days, START.toEpochMilli());
        SimulatedServer server = new FrontierTrial(web, settings).run(progress);
        Map<String, TrialScore> scores = new LinkedHashMap<>();
        scores.put("frontier", TrialScore.of(web, server.feedRequests));
        for (Map.Entry<String, Supplier<Schedule>> schedule : Schedules.all().entrySet()) {
            long requests = ScheduleTrial.run(web, schedule.getValue());
            scores.put(schedule.getKey(), TrialScore.of(web, requests));
        }
        return new FrontierBench(
                scores,
                server.manners.counts(),
                server.liars.foundAfter().values(),
                server.feedRequests,
                server.pageRequests,
                server.robotsRequests);
    }

    /** How many rules were broken. */
    public long rulesBroken() {
        return broken.values().stream().mapToLong(Long::longValue).sum();
    }
}
