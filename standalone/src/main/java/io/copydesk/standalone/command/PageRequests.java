package io.copydesk.standalone.command;

import io.copydesk.ingest.fetch.Fetch.Kind;
import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.fetch.FetchedPage;
import io.copydesk.ingest.fetch.Fetcher;
import io.copydesk.ingest.fetch.HostResolver;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.ingest.page.Page;
import io.copydesk.kit.config.Configuration;
import io.copydesk.standalone.subscriptions.PoliteRequests;
import io.copydesk.standalone.subscriptions.PoliteRequests.Answer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Pages of the web that a person names on the command line. For one thread. */
final class PageRequests {

    private final FetchSettings settings;
    private final Duration pause;
    private final Console console;

    private PageRequests(FetchSettings settings, Duration pause, Console console) {
        this.settings = settings;
        this.pause = pause;
        this.console = console;
    }

    /** With the settings of fetching in force. */
    static PageRequests of(Configuration configuration, Console console) {
        return new PageRequests(
                configuration.get(FetchSettings.class),
                configuration.get(FrontierSettings.class).hostDelay(),
                console);
    }

    /** Whether an argument is a URL rather than a path. */
    static boolean isUrl(String argument) {
        return argument.startsWith("http://") || argument.startsWith("https://");
    }

    /**
     * Requests one page after the other.
     *
     * @param fetched receives each page; its input id is the URL as given
     * @param failed receives the URL as given and why there is no page
     */
    void forEach(List<String> urls, Consumer<Page> fetched, BiConsumer<String, String> failed)
            throws InterruptedException {
        List<String> normalised = urls.stream().map(FeedsCommand::normalised).toList();
        try (Fetcher fetcher = Fetcher.create(settings, HostResolver.system(), Clock.systemUTC())) {
            PoliteRequests requests = new PoliteRequests(fetcher, settings, pause, console::progress);
            for (int i = 0; i < urls.size(); i++) {
                Optional<Answer> answer = requests.get(normalised.get(i), Kind.PAGE);
                if (answer.isPresent()) {
                    Answer page = answer.get();
                    fetched.accept(FetchedPage.of(urls.get(i), page.url(), page.fetched()));
                } else {
                    failed.accept(urls.get(i), Objects.requireNonNull(requests.problem()));
                }
            }
        }
    }
}
