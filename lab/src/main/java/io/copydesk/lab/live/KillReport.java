package io.copydesk.lab.live;

import io.copydesk.lab.loopback.Judgement;
import java.time.Duration;
import java.util.List;

/**
 * What came of a watcher that was killed again and again.
 *
 * @param kills how often
 * @param requests that it made
 * @param took from the first start to the last stop
 * @param starts how long it took from starts to the first request
 * @param stop how long the last, clean stop took
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
