package io.copydesk.standalone.command;

import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.fetch.Fetcher;
import io.copydesk.ingest.fetch.HostResolver;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.kit.config.Configuration;
import io.copydesk.schemas.Json;
import io.copydesk.standalone.subscriptions.FoundFeed;
import io.copydesk.standalone.subscriptions.PoliteRequests;
import io.copydesk.standalone.subscriptions.SiteSearch;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "discover",
        description =
                "Find the feeds of a site: by its page's links, by common paths, and the sitemaps of its robots.txt."
                        + " One line of JSON for each; the best first. Requests nothing that robots.txt disallows, and"
                        + " nothing while robots.txt is unreachable. Exit code 1 when nothing was found.")
final class FeedsDiscoverCommand implements Callable<Integer> {

    @Parameters(paramLabel = "URL", description = "A page of the site, its home page for example.")
    private String url;

    @Mixin
    private WatchOptions watch;

    private final Console console;

    FeedsDiscoverCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        String site = FeedsCommand.normalised(url);
        Configuration configuration = watch.load(console);
        FetchSettings fetch = configuration.get(FetchSettings.class);
        try (Fetcher fetcher = Fetcher.create(fetch, HostResolver.system(), Clock.systemUTC())) {
            PoliteRequests requests = new PoliteRequests(
                    fetcher, fetch, configuration.get(FrontierSettings.class).hostDelay(), console::progress);
            List<FoundFeed> found = new SiteSearch(requests).feedsOf(site);
            found.forEach(feed -> console.out().println(Json.line(feed)));
            if (found.isEmpty()) {
                console.say(
                        "no feed was found at " + site + (requests.problem() == null ? "" : ": " + requests.problem()));
            }
            return found.isEmpty() ? 1 : 0;
        }
    }
}
