package io.copydesk.lab.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What visits could see of edits if it were known how each invented site edits, but not when it edits a page; the first and the last visit of each page
 * are as in {@link EditsBench}. Found by dynamic programming over the times of visits, for several prices of a visit, with the edits of pages that are drawn
 * for each site.
 *
 * <p>After the visit that shows a page's first edit, two continuations are weighed. {@link #seen} takes the best times that are fixed then: a schedule that
 * can be kept. {@link #bound} has each later edit visited at once and no visit in vain, which no schedule can; with the least cost at a price it bounds what
 * any schedule sees (Lagrangian duality).
 */
public final class EditsOracle {

    private static final double WEEK = 7 * 24;

    /** Between the times of visits that are weighed: from ten minutes after the first one on, each so many times as late. */
    private static final double STEP = 1.3;

    private static final double LEAST = 1.0 / 6;

    /** Pages that are drawn for each site. */
    private static final int SAMPLES = 4_000;

    private static final double[] PRICES = {.002, .003, .004, .006, .008, .010, .012, .014, .017, .020, .025, .032, .04
    };

    private final double[] times = times();
    private final int last = times.length - 1;
    private final Plan[] kept = plans(PRICES.length);
    private final Plan[] bounds = plans(PRICES.length);
    private double versions;
    private int pages;

    /** Versions that are expected to be missed, and visits beside the first and the last, of all pages or some. */
    private record Plan(double missed, double visits) {

        static final Plan NONE = new Plan(0, 0);

        Plan plus(Plan other, double times) {
            return new Plan(missed + other.missed * times, visits + other.visits * times);
        }

        double cost(double price) {
            return missed + price * visits;
        }
    }

    private EditsOracle() {}

    /** For the sites and pages of {@link EditsBench#run}, without dates in their feeds. */
    public static EditsOracle of(long seed, int sites, int pages, double edits) {
        EditsOracle oracle = new EditsOracle();
        WatchedPress press = new WatchedPress(seed, sites, pages, edits, false);
        SplittableRandom random = new SplittableRandom(seed + 31);
        press.shares.forEach((site, share) -> {
            long count = press.pages.stream().filter(page -> page.site == site).count();
            List<int[]> drawn = new ArrayList<>();
            long drawnEdits = 0;
            for (int i = 0; i < SAMPLES; i++) {
                long found = random.nextLong(30 * 60_000L);
                long[] at = WatchedPress.edits(site, 0, share, edits, random).stream()
                        .mapToLong(time -> time - found)
                        .filter(time -> time > 0)
                        .toArray();
                int[] edited = oracle.edited(at);
                drawnEdits += edited[oracle.last];
                if (edited[oracle.last] > 0) {
                    drawn.add(edited);
                }
            }
            oracle.versions += count * (1 + (double) drawnEdits / SAMPLES);
            oracle.pages += (int) count;
            oracle.add(drawn, count);
        });
        return oracle;
    }

    /** The share of versions that a schedule sees with so many fetches of a page in the mean; it mixes those for the prices next to that. */
    public double seen(double fetches) {
        double wanted = (fetches - 2) * pages;
        for (int i = 1; i < kept.length; i++) {
            if (kept[i].visits <= wanted) {
                double more = (wanted - kept[i].visits) / (kept[i - 1].visits - kept[i].visits);
                double missed = kept[i].missed + Math.min(1, more) * (kept[i - 1].missed - kept[i].missed);
                return 1 - missed / versions;
            }
        }
        return Double.NaN;
    }

    /** The share of versions that no schedule exceeds with so many fetches of a page in the mean. */
    public double bound(double fetches) {
        double least = 0;
        for (int i = 0; i < bounds.length; i++) {
            least = Math.max(least, bounds[i].cost(PRICES[i]) - PRICES[i] * (fetches - 2) * pages);
        }
        return 1 - least / versions;
    }

    /** How many edits there were up to each time. */
    private int[] edited(long[] at) {
        int[] edited = new int[times.length];
        for (long edit : at) {
            for (int i = 0; i < edited.length; i++) {
                edited[i] += edit <= times[i] * Rhythms.HOUR ? 1 : 0;
            }
        }
        return edited;
    }

    /** Adds a site of so many pages; {@code drawn} are those of {@link #SAMPLES} that are edited. */
    private void add(List<int[]> drawn, double count) {
        double each = count / SAMPLES;
        for (int price = 0; price < PRICES.length; price++) {
            Plan[] best = plans(times.length);
            Plan[] bound = plans(times.length);
            for (int from = last - 1; from >= 0; from--) {
                int start = from;
                List<int[]> unedited =
                        drawn.stream().filter(edited -> edited[start] == 0).toList();
                double visit = SAMPLES - (drawn.size() - unedited.size());
                best[from] = new Plan(missed(unedited, from, last), 0);
                bound[from] = best[from];
                for (int to = from + 1; to < last; to++) {
                    int end = to;
                    List<int[]> first =
                            unedited.stream().filter(edited -> edited[end] > 0).toList();
                    Plan seen = new Plan(missed(first, from, to), visit);
                    Plan schedule =
                            seen.plus(fixed(first, to, PRICES[price]), 1).plus(best[to], 1);
                    Plan clairvoyant = seen.plus(atOnce(first, to), 1).plus(bound[to], 1);
                    best[from] = cheaper(best[from], schedule, PRICES[price]);
                    bound[from] = cheaper(bound[from], clairvoyant, PRICES[price]);
                }
            }
            kept[price] = kept[price].plus(best[0], each);
            bounds[price] = bounds[price].plus(bound[0], each);
        }
    }

    /** The best times after an edit was seen, fixed then. */
    private Plan fixed(List<int[]> pages, int since, double price) {
        Plan[] best = plans(times.length);
        for (int from = last - 1; from >= since; from--) {
            best[from] = new Plan(missed(pages, from, last), 0);
            for (int to = from + 1; to < last; to++) {
                Plan plan = new Plan(missed(pages, from, to), pages.size()).plus(best[to], 1);
                best[from] = cheaper(best[from], plan, price);
            }
        }
        return best[since];
    }

    /** A visit for each further edit but the last one, which the last visit sees. */
    private Plan atOnce(List<int[]> pages, int since) {
        return new Plan(
                0,
                pages.stream()
                        .mapToInt(edited -> Math.max(0, edited[last] - edited[since] - 1))
                        .sum());
    }

    /** Versions that nobody sees who looks at two times: each edit in between but the last one. */
    private static double missed(List<int[]> pages, int from, int to) {
        double missed = 0;
        for (int[] edited : pages) {
            missed += Math.max(0, edited[to] - edited[from] - 1);
        }
        return missed;
    }

    private static Plan cheaper(Plan one, Plan other, double price) {
        return other.cost(price) < one.cost(price) ? other : one;
    }

    private static Plan[] plans(int count) {
        Plan[] plans = new Plan[count];
        Arrays.fill(plans, Plan.NONE);
        return plans;
    }

    private static double[] times() {
        List<Double> times = new ArrayList<>(List.of(0.0));
        for (double at = LEAST; at < WEEK - LEAST; at *= STEP) {
            times.add(at);
        }
        times.add(WEEK);
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
