package io.copydesk.lab.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Invented sites and their pages; the same seed gives the same. */
final class WatchedPress {

    static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

    /** The share of articles that are edited within a week. */
    private static final double EDITED = .195;

    /** Edits of an edited page, in the mean: of most pages, and of lively ones. */
    static final double EDITS = 1.1;

    static final double LIVELY_EDITS = 4.5;

    private static final double WITHDRAWN = .02;
    private static final int DAYS = 28;
    private static final long WEEK = 7 * Rhythms.DAY;

    final List<WatchedPage> pages = new ArrayList<>();

    /** Of each site the share of its pages that are edited. */
    final Map<WatchedSite, Double> shares = new LinkedHashMap<>();

    final long end;

    /**
     * Has feeds or sitemaps of some sites date their pages.
     *
     * @param right the share of sites that give the date of each edit
     * @param wrong the share of those that date all pages alike
     */
    WatchedPress dated(long seed, double right, double wrong) {
        SplittableRandom random = new SplittableRandom(seed + 17);
        pages.stream()
                .map(page -> page.site)
                .distinct()
                .sorted(Comparator.comparing(site -> site.host))
                .forEach(site -> {
                    double draw = random.nextDouble();
                    site.dates = draw < right
                            ? WatchedSite.Dates.RIGHT
                            : draw < right + wrong ? WatchedSite.Dates.WRONG : WatchedSite.Dates.NONE;
                });
        return this;
    }

    /**
     * @param edits of an edited page, in the mean; from {@value #EDITS} to {@value #LIVELY_EDITS}
     * @param withdrawals whether servers fail and pages are withdrawn
     */
    WatchedPress(long seed, int siteCount, int pageCount, double edits, boolean withdrawals) {
        SplittableRandom random = new SplittableRandom(seed);
        long published = START + DAYS * Rhythms.DAY;
        end = published + (withdrawals ? 45 : 9) * Rhythms.DAY;
        List<WatchedSite> sites = new ArrayList<>();
        for (int i = 0; i < siteCount; i++) {
            sites.add(new WatchedSite(i, withdrawals, START, published + WEEK, random.split()));
        }
        double size = sites.stream().mapToDouble(site -> site.size).sum();
        double eager = sites.stream()
                .filter(site -> site.editing != WatchedSite.Editing.NONE)
                .mapToDouble(site -> site.size * site.eager)
                .sum();
        for (WatchedSite site : sites) {
            double share = site.editing == WatchedSite.Editing.NONE ? 0 : EDITED * site.eager * size / eager;
            shares.put(site, share);
            int count = (int) Math.ceil(pageCount * site.size / size);
            for (int i = 0; i < count && pages.size() < pageCount; i++) {
                pages.add(page(site, i, share, edits, withdrawals, random));
            }
        }
        pages.sort(Comparator.comparingLong(page -> page.found));
    }

    private static WatchedPage page(
            WatchedSite site, int number, double share, double mean, boolean withdrawals, SplittableRandom random) {
        long published = START + random.nextLong(DAYS * Rhythms.DAY);
        long found = published + random.nextLong(30 * 60_000L);
        List<Long> edits = edits(site, published, share, mean, random);
        boolean goes = withdrawals && random.nextDouble() < WITHDRAWN;
        long gone = goes ? published + random.nextLong(WEEK) : WatchedPage.NEVER;
        boolean returns = goes && random.nextInt(3) == 0;
        long back = returns ? published + 12 * Rhythms.DAY + random.nextLong(12 * Rhythms.DAY) : WatchedPage.NEVER;
        long[] times = edits.stream()
                .mapToLong(Long::longValue)
                .filter(at -> at < published + WEEK + Rhythms.DAY)
                .toArray();
        Arrays.sort(times);
        String url = "https://" + site.host + "/news/" + number + ".html";
        return new WatchedPage(site, url, published, found, times, gone, back);
    }

    /** When a page is edited, unsorted. */
    static List<Long> edits(WatchedSite site, long published, double share, double mean, SplittableRandom random) {
        List<Long> edits = new ArrayList<>();
        if (random.nextDouble() < share) {
            long at = published + site.untilEdit(true);
            edits.add(at);
            boolean lively = random.nextDouble() < (mean - EDITS) / (LIVELY_EDITS - EDITS);
            double another = 1 - 1 / (lively ? LIVELY_EDITS : EDITS);
            while (random.nextDouble() < another) {
                at += site.untilEdit(false);
                edits.add(at);
            }
        }
        return edits;
    }
}
