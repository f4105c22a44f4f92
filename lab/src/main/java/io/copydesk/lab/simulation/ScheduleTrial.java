package io.copydesk.lab.simulation;

import io.copydesk.lab.simulation.SimulatedFeed.Behaviour;
import java.util.function.Supplier;

/**
 * Polls a simulated web by another project's schedule, without rules of politeness and without back-off: a request to a server
 * that is down counts and brings nothing.
 */
final class ScheduleTrial {

    private static final long DAY = Rhythms.DAY;

    private ScheduleTrial() {}

    /** Runs over the whole time; returns the number of requests to feeds. The feeds record which items were found. */
    static long run(SimulatedWeb web, Supplier<Schedule> schedules) {
        long requests = 0;
        for (SimulatedFeed feed : web.feeds) {
            if (!feed.isOutOfReach()) {
                requests += run(web, feed, schedules.get());
            }
        }
        return requests;
    }

    private static long run(SimulatedWeb web, SimulatedFeed feed, Schedule schedule) {
        long requests = 0;
        boolean validated = false;
        long now = web.start + Math.floorMod(feed.url.hashCode(), 300_000);
        while (now < web.end) {
            requests++;
            boolean down = feed.behaviour == Behaviour.OUTAGE && now > feed.turn && now < feed.turn + 2 * DAY;
            boolean gone = feed.behaviour == Behaviour.GONE && now > feed.turn;
            boolean silent = down || gone || feed.behaviour == Behaviour.FALSE_NOT_MODIFIED && validated;
            validated = true;
            int fresh = silent ? 0 : feed.see(now);
            int shown = silent ? 0 : feed.count(now) - feed.oldest(now);
            now += schedule.next(now, shown, fresh);
        }
        return requests;
    }
}
