package io.copydesk.lab.simulation;

import io.copydesk.ingest.frontier.FrontierSettings;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Results of the frontier and of other projects' schedules on the same simulated web.
 *
 * @param frontier the frontier's scores, by its setting
 * @param schedules the other schedules' scores, by name
 * @param broken violations of each rule of politeness, over all runs of the frontier
 * @param falseNotModified for each feed that answered a false "not modified", the polls from the first one until the last with
 *     validators, in the frontier's last run
 * @param feedRequests of the frontier's last run
 * @param pageRequests of the frontier's last run
 * @param robotsRequests of the frontier's last run
 * @param unseeable items that no schedule can find, as more were published with them in one second than their feed holds
 */
public record FrontierBench(
        Map<String, TrialScore> frontier,
        Map<String, TrialScore> schedules,
        Map<String, Long> broken,
        Collection<Integer> falseNotModified,
        long feedRequests,
        long pageRequests,
        long robotsRequests,
        long unseeable) {

    /** The start of the invented web's time: a Monday. */
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    /** The most polls until a feed that answers falsely must be detected. */
    public static final int FALSE_NOT_MODIFIED_POLLS = 24;

    /** Runs all on an invented web, one after the other. See {@link #run(SimulatedWeb, List, LongConsumer)}. */
    public static FrontierBench invented(
            long seed, int feeds, int days, List<FrontierSettings> settings, LongConsumer progress) {
        return run(SimulatedWeb.invented(seed, feeds, days, START.toEpochMilli()), settings, progress);
    }

    /**
     * The same on feeds that publish as real ones did.
     *
     * @param window how many items a feed holds
     * @param pages whether pages are requested as well
     */
    public static FrontierBench ofTrace(
            FeedTrace trace,
            long seed,
            int window,
            boolean pages,
            List<FrontierSettings> settings,
            LongConsumer progress) {
        return run(SimulatedWeb.ofTrace(trace, seed, window, pages), settings, progress);
    }

    /** @param progress receives the virtual time of the frontier's run that has elapsed, in milliseconds */
    private static FrontierBench run(SimulatedWeb web, List<FrontierSettings> settings, LongConsumer progress) {
        Map<String, TrialScore> frontier = new LinkedHashMap<>();
        Map<String, Long> broken = new LinkedHashMap<>();
        SimulatedServer server = new SimulatedServer(web);
        for (FrontierSettings setting : settings) {
            web.forgetFound();
            server = new FrontierTrial(web, setting).run(progress);
            frontier.put(
                    String.format(Locale.ROOT, "frontier-%s", setting.itemsPerPoll()),
                    TrialScore.of(web, server.feedRequests));
            server.violations.counts().forEach((rule, times) -> broken.merge(rule, times, Long::sum));
        }
        Map<String, TrialScore> schedules = new LinkedHashMap<>();
        for (Map.Entry<String, Supplier<Schedule>> schedule : Schedules.all().entrySet()) {
            web.forgetFound();
            long requests = ScheduleTrial.run(web, schedule.getValue());
            schedules.put(schedule.getKey(), TrialScore.of(web, requests));
        }
        return new FrontierBench(
                frontier,
                schedules,
                broken,
                server.falseNotModified.foundAfter().values(),
                server.feedRequests,
                server.pageRequests,
                server.robotsRequests,
                web.unseeable());
    }

    /** Violations of all rules of politeness. */
    public long rulesBroken() {
        return broken.values().stream().mapToLong(Long::longValue).sum();
    }
}
