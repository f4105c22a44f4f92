package io.copydesk.lab.simulation;

import io.copydesk.ingest.frontier.FrontierSettings;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Results of the frontier and of other projects' schedules on the same simulated web.
 *
 * @param scores by schedule, the frontier's first
 * @param broken the frontier's violations of each rule of politeness
 * @param falseNotModified for each feed that answered a false "not modified", the polls from the first one until the last with validators
 * @param feedRequests of the frontier
 * @param pageRequests of the frontier
 * @param robotsRequests of the frontier
 */
public record FrontierBench(
        Map<String, TrialScore> scores,
        Map<String, Long> broken,
        Collection<Integer> falseNotModified,
        long feedRequests,
        long pageRequests,
        long robotsRequests) {

    /** The start of simulated time: a Monday. */
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    /** The most polls until a feed that answers falsely must be detected. */
    public static final int FALSE_NOT_MODIFIED_POLLS = 24;

    /**
     * Runs them one after the other.
     *
     * @param progress receives the virtual time of the frontier's run that has elapsed, in milliseconds
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
                server.violations.counts(),
                server.falseNotModified.foundAfter().values(),
                server.feedRequests,
                server.pageRequests,
                server.robotsRequests);
    }

    /** Violations of all rules of politeness. */
    public long rulesBroken() {
        return broken.values().stream().mapToLong(Long::longValue).sum();
    }
}
