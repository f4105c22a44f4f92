package io.copydesk.lab.command;

import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.lab.simulation.EditsBench;
import io.copydesk.lab.simulation.EditsOracle;
import io.copydesk.standalone.command.Console;
import io.copydesk.standalone.pipeline.UsageException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "edits",
        description =
                "Publish a month of pages on invented sites that differ in whether and when they edit, run the frontier over them under a"
                        + " virtual clock, and count the versions of each page's first week that it fetched, and what that took.")
final class BenchEditsCommand implements Callable<Integer> {

    @Mixin
    private PressOptions press;

    @Option(
            names = "--fetches-per-page",
            paramLabel = "N",
            defaultValue = "3",
            description = "frontier.fetches-per-page. Default: ${DEFAULT-VALUE}")
    private double fetchesPerPage;

    @Option(
            names = "--edits",
            paramLabel = "N",
            defaultValue = "1.3",
            description = "Edits of a page that is edited, in the mean, from 1.1 to 4.5. Default: ${DEFAULT-VALUE}")
    private double edits;

    @Option(
            names = "--revisits",
            paramLabel = "HOURS",
            split = ",",
            description = "Visit pages again at these ages, in hours, whatever their sites do.")
    private List<Long> revisits = List.of();

    @Option(
            names = "--dated",
            paramLabel = "SHARE",
            defaultValue = "0.39",
            description = {
                "Share of sites whose feed or sitemap says when a page of the last two days was edited. Default: ${DEFAULT-VALUE}, that"
                        + " of hosts which have a sitemap (58 %%), dates in it (84 %%), and right ones (79 %%), as Bing published in 2023."
            })
    private double dated;

    @Option(
            names = "--misdated",
            paramLabel = "SHARE",
            defaultValue = "0.09",
            description =
                    "Share of sites that give all pages a new date every hour. Default: ${DEFAULT-VALUE}, from the same source (18 %% of them)")
    private double misdated;

    @Option(
            names = "--oracle",
            description = {
                "Instead: what visits could see of sites without such dates with as many fetches, if it were known how each of them edits,"
                        + " and what no visits could."
            })
    private boolean oracle;

    private final Console console;

    BenchEditsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        press.check();
        if (edits < 1.1 || edits > 4.5) {
            throw new UsageException("--edits must be from 1.1 to 4.5");
        }
        if (!(dated >= 0 && misdated >= 0 && dated + misdated <= 1)) {
            throw new UsageException("--dated and --misdated must be shares, of 1 at most together");
        }
        if (oracle) {
            EditsOracle found = EditsOracle.of(press.seed, press.sites, press.pages, edits);
            line("seen by who knows how each site edits", percent(found.seen(fetchesPerPage)));
            line("no visits see more than", percent(found.bound(fetchesPerPage)));
            line("fetches a page", String.format(Locale.ROOT, "%.3f", fetchesPerPage));
            line("seed", press.seed);
            return 0;
        }
        FrontierSettings settings = FrontierSettings.defaults().toBuilder()
                .fetchesPerPage(fetchesPerPage)
                .revisits(revisits.stream().map(Duration::ofHours).toList())
                .build();
        EditsBench found = EditsBench.run(
                settings,
                press.seed,
                press.sites,
                press.pages,
                new EditsBench.Editing(edits, dated, misdated),
                press.progress(console));
        line("pages", found.pages());
        line("edited within a week", percent(found.edited()));
        line("of these, first after a day", percent(found.editedLater()));
        line("versions of a week", found.versions());
        line("seen", found.seen() + ", " + percent(found.share()));
        line("seen of those after the first of a page", percent(found.editsSeen()));
        line("replaced before the first fetch", found.before());
        line("fetches a page", String.format(Locale.ROOT, "%.3f", found.fetches()));
        line("sites that say when they edit, or wrongly", percent(dated) + ", " + percent(misdated));
        line("seed", press.seed);
        return 0;
    }

    private void line(String name, Object value) {
        console.out().println(name + "\t" + value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
