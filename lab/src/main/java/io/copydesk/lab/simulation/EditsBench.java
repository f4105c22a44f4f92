package io.copydesk.lab.simulation;

import io.copydesk.ingest.frontier.FrontierSettings;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * What the frontier sees of edits on invented sites that differ in whether and when they edit.
 *
 * @param pages that were fetched
 * @param edited of these, the share that is edited within a week of its publication
 * @param editedLater of those, the share whose first edit comes after a day
 * @param versions that the pages have from their first fetch to a week after their publication
 * @param seen of these, how many were fetched
 * @param editsSeen the share of versions that were fetched without the first one of each page
 * @param before versions that were replaced before the first fetch
 * @param fetches for each page, the first one included
 */
public record EditsBench(
        int pages,
        double edited,
        double editedLater,
        long versions,
        long seen,
        double editsSeen,
        long before,
        double fetches) {

    /**
     * How the sites edit.
     *
     * @param edits of a page that is edited, in the mean; from 1.1 to 4.5
     * @param dated the share of sites whose feed or sitemap gives the date of each edit
     * @param misdated the share of those that date all pages by the last run of their system, every hour
     */
    public record Editing(double edits, double dated, double misdated) {}

    /** The share of versions that were seen. */
    public double share() {
        return (double) seen / versions;
    }

    /** Runs a month of publications and the week after it through the real topology. */
    public static EditsBench run(
            FrontierSettings settings, long seed, int sites, int pages, Editing editing, LongConsumer progress) {
        WatchedPress press = new WatchedPress(seed, sites, pages, editing.edits(), false)
                .dated(seed, editing.dated(), editing.misdated());
        new PageTrial(press, settings, seed).run(progress);
        List<WatchedPage> watched =
                press.pages.stream().filter(page -> page.firstSeen > 0).toList();
        List<WatchedPage> edited = watched.stream()
                .filter(page -> page.firstEdit() != WatchedPage.NEVER)
                .toList();
        long versions = watched.stream().mapToLong(WatchedPage::versions).sum();
        long seen = watched.stream().mapToLong(WatchedPage::versionsSeen).sum();
        return new EditsBench(
                watched.size(),
                (double) edited.size() / watched.size(),
                (double) edited.stream()
                                .filter(page -> page.firstEdit() > Rhythms.DAY)
                                .count()
                        / edited.size(),
                versions,
                seen,
                (double) (seen - watched.size()) / (versions - watched.size()),
                watched.stream().mapToLong(WatchedPage::versionsBefore).sum(),
                watched.stream().mapToDouble(page -> page.requests).average().orElse(0));
    }
}
