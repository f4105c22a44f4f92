package io.copydesk.lab.live;

import io.copydesk.lab.loopback.Judgement;
import java.time.Duration;
import java.util.List;

/**
 * Result of a trial in which the crawler was killed repeatedly.
 *
 * @param kills how many times
 * @param requests that the sites received
 * @param took from the first start to the last stop
 * @param starts time from each start to the first request
 * @param stop duration of the last, clean stop
 * @param fates of the items
 * @param judgement of the requests
 */
public record KillReport(
        int kills,
        int requests,
        Duration took,
        List<Duration> starts,
        Duration stop,
        ItemFates fates,
        Judgement judgement) {

    /** Whether nothing was lost and no rule was broken. */
    public boolean clean() {
        return fates.lost().isEmpty() && judgement.rulesBroken() == 0;
    }
}
