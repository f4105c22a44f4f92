package io.copydesk.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.extraction.Extractor;
import io.copydesk.extraction.ExtractorOptions;
import io.copydesk.extraction.Layer;
import io.copydesk.ingest.archive.ArchiveLimits;
import io.copydesk.ingest.archive.ArchiveReader;
import io.copydesk.ingest.clean.Cleaner;
import io.copydesk.ingest.page.Page;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Json;
import io.copydesk.standalone.pipeline.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "clean",
        description =
                "Clean pages without Kafka: one article as a line of JSON for each input, in the order of the input.",
        footer = {
            "",
            "Without PATH, reads JSON Lines from stdin: {\"id\",\"url\",\"html\"|\"path\"|\"text\",\"fetched\"}.",
            "The id comes back with the article; what cannot be cleaned yields {\"id\",\"error\"} and the rest go on."
        })
final class CleanCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "PATH|URL",
            description = "HTML, text, WARC(.gz) or JSON Lines files, or folders of them; or URLs of pages, which are"
                    + " requested if robots.txt allows.")
    private List<String> inputs = List.of();

    @Option(
            names = "--explain",
            description = "Print each block with its verdict, rule and features as text instead of JSON.")
    private boolean explain;

    @Option(names = "--json", description = "One line of JSON for each input, as without it.")
    private boolean json;

    @Option(
            names = "--without",
            split = ",",
            paramLabel = "LAYER",
            description = "Leave out a layer of cleaning, to measure its contribution: ${COMPLETION-CANDIDATES}.")
    private Set<Layer> without = Set.of();

    @Mixin
    private PageKindOptions keep;

    @Mixin
    private WatchOptions watch;

    private final Console console;
    private final Map<String, Long> refused = new TreeMap<>();
    private final Map<String, String> firstRefused = new TreeMap<>();
    private long cleaned;

    CleanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (json && explain) {
            throw new UsageException("--explain prints text; leave --json out");
        }
        ExtractorOptions options = keep.extraction().options();
        for (Layer layer : without) {
            options = options.without(layer);
        }
        Cleaner cleaner = new Cleaner(Extractor.create(options));
        List<String> urls = inputs.stream().filter(PageRequests::isUrl).toList();
        if (urls.isEmpty()) {
            cleanFiles(cleaner);
        } else if (urls.size() == inputs.size()) {
            PageRequests.of(watch.load(console), console)
                    .forEach(urls, page -> print(cleaner, page), (url, why) -> error(url, "not-fetched", why));
        } else {
            throw new UsageException("give either URLs or files, not both");
        }
        tellRefused();
        return 0;
    }

    private void cleanFiles(Cleaner cleaner) throws IOException {
        List<Path> paths = inputs.stream().map(Path::of).toList();
        ReadingPace progress = new ReadingPace(console, "cleaned", System::nanoTime);
        PassedOver passedOver = new PassedOver();
        try (ArchiveReader archive = paths.isEmpty()
                ? ArchiveReader.lines(System.in)
                : ArchiveReader.open(paths, ArchiveLimits.DEFAULT, progress)) {
            if (!archive.hasNext()) {
                console.say("there was nothing to read in " + (paths.isEmpty() ? "stdin" : String.join(", ", inputs)));
            }
            while (!console.isOutputClosed() && archive.hasNext()) {
                archive.next()
                        .<Runnable>fold(
                                input -> () -> print(cleaner, input.page()),
                                broken -> () ->
                                        error(broken.inputId(), broken.reason().label(), broken.detail()),
                                skipped -> () -> passedOver.add(skipped))
                        .run();
            }
        }
        passedOver.tell(console);
    }

    private void tellRefused() {
        long count = refused.values().stream().mapToLong(Long::longValue).sum();
        if (count > 0) {
            console.say(count + " of " + (count + cleaned) + " inputs refused: "
                    + refused.entrySet().stream()
                            .map(reason -> reason.getKey() + " " + reason.getValue() + " ("
                                    + firstRefused.get(reason.getKey()) + (reason.getValue() > 1 ? ", …)" : ")"))
                            .collect(Collectors.joining(", ")));
        }
    }

    private void print(Cleaner cleaner, Page page) {
        cleaner.clean(page)
                .<Runnable>fold(
                        cleaned -> () -> print(cleaner, page, cleaned.article()),
                        refused -> () -> error(page.inputId(), refused.reason(), refused.detail()))
                .run();
    }

    private void print(Cleaner cleaner, Page page, Article article) {
        cleaned++;
        if (explain) {
            Explanation.print(console.out(), page.inputId(), article, cleaner.explain(page));
            return;
        }
        ObjectNode line = Json.object().put("id", page.inputId());
        line.setAll(Json.object(article));
        console.out().println(Json.line(line));
    }

    private void error(String id, String reason, String detail) {
        refused.merge(reason, 1L, Long::sum);
        firstRefused.putIfAbsent(reason, id + ": " + detail);
        ObjectNode line = Json.object().put("id", id);
        line.put("error", reason).put("detail", detail);
        console.out().println(Json.line(line));
    }
}
