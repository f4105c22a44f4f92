package io.copydesk.lab.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.console.ConsoleService;
import io.copydesk.console.ConsoleSettings;
import io.copydesk.lab.bench.InventedArticles;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Decision;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.LedgerEntry.Outcome;
import io.copydesk.schemas.Relation;
import io.copydesk.schemas.Story;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** How fast the console is on many articles: its index built from the topics, its searches and the data of each page. For one thread. */
public final class ConsoleBench {

    private static final int REQUESTS = 60;
    private static final int WARM_UP = 20;

    private final InventedArticles invented;
    private final int articles;
    private final Consumer<String> out;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * A measurement.
     *
     * @param articles how many there are
     * @param out receives lines: what, value, unit, separated by tabs
     */
    public ConsoleBench(long seed, int articles, Consumer<String> out) {
        this.invented = new InventedArticles(seed);
        this.articles = articles;
        this.out = out;
    }

    /** Measures with data in {@code folder}. */
    public void run(Path folder) throws IOException, InterruptedException {
        try (FilledTopics topics = new FilledTopics(folder.resolve("broker"))) {
            long text = fill(topics);
            Path state = folder.resolve("state");
            try (ConsoleService console = started(topics, state)) {
                long begun = System.nanoTime();
                awaitAll(console);
                out.accept(row("rebuilt in", seconds(begun), "s"));
                measure(console.url());
            }
            long index = bytes(state.resolve("console"));
            long search = bytes(state.resolve("console").resolve(Topics.ENRICHED_ARTICLES.name()));
            out.accept(row("text of the articles", text, "bytes"));
            out.accept(row("index of the articles", search, "bytes"));
            out.accept(row("index of the articles / text", (double) search / text, ""));
            out.accept(row("all indexes / text", (double) index / text, ""));
            long begun = System.nanoTime();
            try (ConsoleService again = started(topics, state)) {
                awaitAll(again);
                out.accept(row("started again in", seconds(begun), "s"));
            }
        }
    }

    private static ConsoleService started(FilledTopics topics, Path state) throws InterruptedException {
        ConsoleService console = new ConsoleService(
                FilledTopics.PREFIX,
                FilledTopics.PARTITIONS,
                ConsoleSettings.defaults().withBind("127.0.0.1:0"),
                topics.kafka(),
                state,
                Clock.systemUTC());
        console.start();
        return console;
    }

    /** Waits until the pages show all. */
    static void awaitAll(ConsoleService console) {
        while (!console.caughtUp()) {
            if (!console.live().ok()) {
                throw new IllegalStateException("the console stopped");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Returns the bytes of all texts with their headlines. */
    private long fill(FilledTopics topics) {
        long bytes = 0;
        for (int number = 0; number < articles; number++) {
            Article plain = invented.article(number);
            String story = invented.article(number / 4 * 4).id();
            Article article = plain.toBuilder()
                    .pipeline(plain.pipeline().toBuilder()
                            .decision(new Decision(plain.id(), story, List.of()))
                            .build())
                    .build();
            bytes += article.articleBody().getBytes(StandardCharsets.UTF_8).length
                    + String.valueOf(article.headline()).getBytes(StandardCharsets.UTF_8).length;
            topics.send(Topics.ENRICHED_ARTICLES, article.id(), article);
            topics.send(
                    Topics.LEDGER, article.id(), new LedgerEntry(article.id(), Outcome.ARTICLE, null, article.id(), 1));
            if (number % 4 == 0) {
                topics.send(Topics.STORIES, story, story(story, article));
            }
            if (number % 5 == 1) {
                String of = invented.article(number - 1).id();
                topics.send(
                        Topics.DUPLICATES,
                        article.id(),
                        new Duplicate(article.id(), of, Relation.Kind.NEAR, .9, "near-3", of));
            }
        }
        topics.flush();
        return bytes;
    }

    private static Story story(String id, Article first) {
        return Story.builder()
                .id(id)
                .headline(first.headline())
                .workCount(4)
                .memberCount(4)
                .languages(List.of("en"))
                .lastEventTime(first.datePublished())
                .terms(List.of("harbour", "quay"))
                .build();
    }

    private void measure(String url) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(7);
        IntFunction<String> article =
                i -> invented.article(random.nextInt(articles)).id();
        time(url, "search, two words of an article, top result", i -> "/api/articles?size=1&q=" + words(random, 2));
        time(url, "search, one frequent word, a page of results", i -> "/api/articles?q=the");
        time(url, "page Now", i -> "/api/now");
        time(url, "page Articles, newest", i -> "/api/articles");
        time(url, "page Articles, filters", i -> "/api/articles/values");
        time(url, "page Articles, page 100", i -> "/api/articles?page=100");
        time(url, "page of an article", i -> "/api/article?id=" + article.apply(i));
        time(url, "page Stories", i -> "/api/stories?sort=largest");
        time(
                url,
                "page of a story",
                i -> "/api/story?id="
                        + invented.article(random.nextInt(articles) / 4 * 4).id());
        time(url, "page Feeds", i -> "/api/feeds");
        time(url, "page Dead letters", i -> "/api/dead-letters");
        time(url, "page Duplicates", i -> "/api/duplicates");
    }

    private String words(SplittableRandom random, int count) {
        String[] words =
                invented.article(random.nextInt(articles)).articleBody().split("\\W+");
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < count; i++) {
            query.append(words[random.nextInt(words.length)]).append(' ');
        }
        return URLEncoder.encode(query.toString(), StandardCharsets.UTF_8);
    }

    private void time(String url, String what, IntFunction<String> path) throws IOException, InterruptedException {
        double[] millis = new double[REQUESTS];
        for (int i = -WARM_UP; i < REQUESTS; i++) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(url + path.apply(i).substring(1)))
                    .build();
            long begun = System.nanoTime();
            byte[] answer = http.send(request, BodyHandlers.ofByteArray()).body();
            double took = (System.nanoTime() - begun) / 1e6;
            JsonNode json = Json.tree(answer);
            if (json.has("error")) {
                throw new IllegalStateException(what + ": " + json.path("error").asText());
            }
            if (i >= 0) {
                millis[i] = took;
            }
        }
        Arrays.sort(millis);
        out.accept(row(what + ", median", millis[REQUESTS / 2], "ms"));
        out.accept(row(what + ", slowest of " + REQUESTS, millis[REQUESTS - 1], "ms"));
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static String row(String what, Number value, String unit) {
        String number = value instanceof Double real ? String.format(Locale.ROOT, "%.2f", real) : value.toString();
        return what + "\t" + number + "\t" + unit;
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
