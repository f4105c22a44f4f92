package io.copydesk.lab.simulation;

import io.copydesk.ingest.frontier.FrontierSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * What the frontier tells of pages that are withdrawn, on invented sites of which most fail at times.
 *
 * @param pages that were fetched
 * @param faulty of these, how many are of sites that fail
 * @param withdrawn pages that are gone from within a week after their first fetch until four days after that week at least
 * @param told of these, how many were told
 * @param falselyTold pages that were told while they were there, or would be but for the fault of the server
 * @param faults of these, how many by the fault of the site
 * @param returned pages that were told, and there again later
 * @param returnsSeen of these, how many were fetched again, which takes the withdrawal back
 * @param hours from the withdrawal until it was told, median
 * @param fetches for each page
 */
public record WithdrawalsBench(
        int pages,
        long faulty,
        int withdrawn,
        long told,
        int falselyTold,
        Map<String, Integer> faults,
        int returned,
        long returnsSeen,
        OptionalDouble hours,
        double fetches) {

    private static final double HOUR = 3_600_000;

    /** Runs a month of publications and what follows through the real topology. */
    public static WithdrawalsBench run(
            FrontierSettings settings, long seed, int sites, int pages, LongConsumer progress) {
        WatchedPress press = new WatchedPress(seed, sites, pages, 1.3, true);
        PageTrial trial = new PageTrial(press, settings, seed);
        trial.run(progress);
        List<WatchedPage> watched =
                press.pages.stream().filter(page -> page.firstSeen > 0).toList();
        List<WatchedPage> gone = watched.stream().filter(WatchedPage::canBeTold).toList();
        List<WatchedPage> back = watched.stream()
                .filter(page -> page.told > 0 && page.returns != WatchedPage.NEVER)
                .toList();
        Map<String, Integer> faults = new TreeMap<>();
        trial.falselyTold.forEach((fault, count) -> faults.put(fault.name().toLowerCase(Locale.ROOT), count));
        double[] hours = gone.stream()
                .filter(page -> page.told > 0)
                .mapToDouble(page -> (page.told - page.goes) / HOUR)
                .sorted()
                .toArray();
        return new WithdrawalsBench(
                watched.size(),
                watched.stream()
                        .filter(page -> page.site.fault != WatchedSite.Fault.NONE)
                        .count(),
                gone.size(),
                gone.stream().filter(page -> page.told > 0).count(),
                trial.falselyTold.values().stream().mapToInt(Integer::intValue).sum(),
                faults,
                back.size(),
                back.stream().filter(page -> page.lastSeen >= page.returns).count(),
                hours.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(hours[hours.length / 2]),
                watched.stream().mapToDouble(page -> page.requests).average().orElse(0));
    }
}
