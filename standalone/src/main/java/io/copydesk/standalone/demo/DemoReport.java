package io.copydesk.standalone.demo;

import io.copydesk.schemas.Access;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry.Outcome;
import io.copydesk.schemas.RemovalReason;
import io.copydesk.schemas.Removed;
import io.copydesk.schemas.Revision;
import io.copydesk.schemas.SiteBoilerplate;
import io.copydesk.schemas.Story;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.copydesk.verify.state.FinalState;
import io.copydesk.verify.state.LedgerReport;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Prints what came in, what was stripped, duplicates, revisions, stories and the ledger. For one thread. */
public final class DemoReport {

    private static final int WIDTH = 100;
    private static final int EXAMPLES = 3;

    private final PrintStream out;
    private final FinalState state;
    private final Map<String, Article> articles = new LinkedHashMap<>();

    /**
     * A report on {@code state}.
     *
     * @throws IOException when a value is not what its topic promises
     */
    public DemoReport(PrintStream out, FinalState state) throws IOException {
        this.out = out;
        this.state = state;
        for (Article article : values(Topics.ENRICHED_ARTICLES)) {
            articles.put(article.id(), article);
        }
    }

    /**
     * Prints all of it; returns whether the ledger balances.
     *
     * @param pages the inputs and the site of each
     * @param feeds how the feeds fared that named them
     */
    public boolean print(Map<String, String> pages, Collection<FeedStatus> feeds) throws IOException {
        watched(feeds);
        cameIn(pages);
        stripped();
        learned();
        access();
        duplicates();
        revisions();
        stories();
        return ledger(pages);
    }

    private void watched(Collection<FeedStatus> feeds) {
        title("What was watched: " + feeds.size() + " feeds over HTTP, on loopback");
        feeds.forEach(feed -> out.println("  " + feed.title() + ": " + Json.label(feed.health()) + ", " + feed.items()
                + " items, next poll " + feed.nextPoll() + " (" + feed.why() + ")"));
    }

    private void cameIn(Map<String, String> pages) {
        Map<String, Integer> sites = new TreeMap<>();
        pages.values().forEach(site -> sites.merge(site, 1, Integer::sum));
        Map<String, Integer> languages = new TreeMap<>();
        articles.values().forEach(a -> languages.merge(String.valueOf(a.inLanguage()), 1, Integer::sum));
        title("What came in: " + pages.size() + " pages, " + articles.size() + " articles");
        sites.forEach((site, count) -> out.println("  " + site + ": " + count + " pages"));
        out.println("  languages: " + languages);
    }

    private void stripped() {
        Map<RemovalReason, List<Removed>> byReason = new EnumMap<>(RemovalReason.class);
        articles.values().stream()
                .flatMap(a -> a.pipeline().removed().stream())
                .forEach(r -> byReason.computeIfAbsent(r.reason(), k -> new ArrayList<>())
                        .add(r));
        int total = byReason.values().stream().mapToInt(List::size).sum();
        title("What was stripped: " + total + " blocks");
        byReason.entrySet().stream()
                .sorted(Comparator.comparing(e -> -e.getValue().size()))
                .forEach(e -> {
                    out.println(
                            "  " + Json.label(e.getKey()) + ": " + e.getValue().size());
                    e.getValue().stream()
                            .map(r -> "[" + r.language() + "] " + r.text())
                            .distinct()
                            .limit(EXAMPLES)
                            .forEach(text -> out.println("    " + shortened(text)));
                });
    }

    private void learned() throws IOException {
        List<SiteBoilerplate> sites = values(Topics.SITE_BOILERPLATE);
        if (sites.isEmpty()) {
            return;
        }
        title("What repeats over the articles of a site: learned on " + sites.size() + " sites");
        for (SiteBoilerplate site : sites) {
            for (SiteBoilerplate.Period period : site.periods()) {
                period.lines()
                        .forEach(line -> out.println("  " + site.site() + ", " + line.articles() + " of "
                                + period.articles() + " articles: " + shortened(line.text())));
            }
        }
    }

    private void access() {
        List<Article> closed = articles.values().stream()
                .filter(a -> a.pipeline().access().state() != Access.State.FREE)
                .toList();
        title("Not free to read: " + closed.size());
        closed.forEach(a ->
                out.println("  " + shortened(a.headline() + " — " + a.pipeline().access())));
    }

    private String url(String id) {
        return String.valueOf(Objects.requireNonNull(articles.get(id), id).url());
    }

    private void duplicates() throws IOException {
        List<Duplicate> duplicates = values(Topics.DUPLICATES);
        title("Duplicates: " + duplicates.size());
        for (Duplicate d : duplicates) {
            out.println("  " + Json.label(d.kind()) + " (" + d.score() + "): " + url(d.id()));
            out.println("    of " + url(d.of()));
        }
    }

    private void revisions() throws IOException {
        List<Revision> all = values(Topics.REVISIONS);
        List<Revision> revisions =
                all.stream().filter(r -> r.version() != r.previousVersion()).toList();
        title("Revisions: " + revisions.size());
        for (Revision r : revisions) {
            out.println("  version " + r.previousVersion() + " → " + r.version() + " of " + url(r.id()));
            if (r.headlineChanged()) {
                out.println("    headline was: " + shortened(String.valueOf(r.previousHeadline())));
            }
            r.changes().forEach(c -> out.println("    " + Json.label(c.operation()) + ": " + shortened(c.text())));
        }
        if (all.size() > revisions.size()) {
            out.println("  cleaning, by what was learned of the site: " + (all.size() - revisions.size()));
        }
    }

    private void stories() throws IOException {
        List<Story> stories = values(Topics.STORIES);
        List<Story> shared = stories.stream().filter(s -> s.workCount() > 1).toList();
        title("Stories: " + stories.size() + ", " + shared.size() + " of them with several works");
        for (Story story : shared) {
            out.println("  " + shortened(String.valueOf(story.headline())));
            out.println("    " + story.workCount() + " works, "
                    + story.memberCount() + " articles, " + story.languages() + ", about "
                    + story.terms().stream().limit(6).toList());
        }
    }

    private boolean ledger(Map<String, String> pages) throws IOException {
        LedgerReport ledger = state.ledger();
        Map<Outcome, Integer> counts = ledger.counts();
        long missing = ledger.missing(pages.keySet());
        boolean balanced = missing == 0 && ledger.size() == pages.size();
        title("Ledger");
        out.println("  " + pages.size() + " pages in = " + counts.get(Outcome.ARTICLE) + " versions of articles + "
                + counts.get(Outcome.UNCHANGED) + " unchanged + " + counts.get(Outcome.DEAD_LETTER)
                + " dead letters " + ledger.reasons() + (balanced ? ": balanced" : ": NOT BALANCED"));
        return balanced;
    }

    private void title(String text) {
        out.println();
        out.println(text);
    }

    private <V> List<V> values(Topic<V> topic) throws IOException {
        List<V> values = new ArrayList<>();
        state.forEach(topic, value -> values.add(Json.read(value, topic.json())));
        return values;
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }
}
