package io.copydesk.lab.command;

import io.copydesk.lab.load.DiskUse;
import io.copydesk.lab.load.InventedDocuments;
import io.copydesk.lab.load.InventedWeb;
import io.copydesk.lab.load.Load;
import io.copydesk.lab.load.LoadInputs;
import io.copydesk.lab.load.LoadPlan;
import io.copydesk.lab.load.LoadReport;
import io.copydesk.lab.load.StoredInputs;
import io.copydesk.schemas.Json;
import io.copydesk.standalone.command.Console;
import io.copydesk.standalone.pipeline.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "load",
        description =
                "Pages through broker, cleaning and enrichment in this process, in steady state: pages a second, and CPU"
                        + " milliseconds a page for each stage, the broker, serialisation, stores, compilation and collection, beside a bare"
                        + " Jsoup.parse of the same pages. With --rate, how long articles take from their planned arrival.",
        footer = {
            "",
            "A corpus passes whole, through new topics and empty stores each time; the passes of the warm-up do not count.",
            "CPU time does not depend on what else the machine does; pages a second and latencies do."
        })
final class BenchLoadCommand implements Callable<Integer> {

    private static final int MOST_A_SECOND = 1_000;
    private static final int MOST_SITES = 10_000;
    private static final int FEWEST_DOCUMENTS = 100;
    private static final int MOST_DOCUMENTS = 10_000_000;

    @Option(
            names = "--corpus",
            paramLabel = "PATH",
            description =
                    "Pages: HTML, WARC(.gz) or JSON Lines files, or folders of them; held in memory. May be repeated.")
    private List<Path> corpus = List.of();

    @Option(
            names = "--documents",
            paramLabel = "FILE",
            description = "Clean documents: JSON Lines with articleBody. May be repeated.")
    private List<Path> documents = List.of();

    @Option(
            names = "--invent",
            paramLabel = "N",
            description = "Pages without end of N invented sites, about 250 KB each, three in ten of them copies.")
    private int invent;

    @Option(
            names = "--invent-documents",
            paramLabel = "N",
            description =
                    "N invented clean documents, three in ten of them copies, through one pipeline that grows: what a document costs in the"
                            + " first hundredth and up to each tenth of them. --duration has no effect.")
    private int inventDocuments;

    @Option(
            names = "--disk",
            description =
                    "After the first pass, bytes on disk by topic and store, and over bytes of the articles' text. Reads all topics.")
    private boolean disk;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of invented pages. Default: 1")
    private long seed;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description =
                    "How long pages pass before the measurement, at the least. Default: ${DEFAULT-VALUE}; 0 measures the start.")
    private int warmUp;

    @Option(
            names = "--duration",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "How long it is measured; of a corpus, whole passes until then. Default: ${DEFAULT-VALUE}")
    private int duration;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Pages a second, whatever the pipeline does: p50, p99 and longest time from planned arrival to enriched-articles"
                            + " and to stories. A corpus passes once. Default: as many as the pipeline takes")
    private double rate;

    @Option(names = "--partitions", paramLabel = "N", defaultValue = "3", description = "Default: ${DEFAULT-VALUE}")
    private int partitions;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description =
                    "An existing Kafka cluster, whose CPU time is not in the report; topics of the run's own stay on it."
                            + " Without it an embedded broker is started.")
    private @Nullable String bootstrapServers;

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean json;

    private final Console console;

    BenchLoadCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (warmUp < 0 || duration < 1 || partitions < 1) {
            throw new UsageException("--warm-up must be at least 0, --duration and --partitions at least 1");
        }
        if (!(rate >= 0 && rate <= MOST_A_SECOND)) {
            throw new UsageException("--rate must be from 0 to " + MOST_A_SECOND);
        }
        LoadPlan plan = new LoadPlan(
                bootstrapServers, partitions, Duration.ofSeconds(warmUp), Duration.ofSeconds(duration), rate, disk);
        LoadReport report = Load.measure(inputs(), plan, console::progress);
        if (json) {
            console.out().println(Json.line(report));
        } else {
            print(report);
        }
        return 0;
    }

    private LoadInputs inputs() throws IOException {
        int kinds = (corpus.isEmpty() ? 0 : 1)
                + (documents.isEmpty() ? 0 : 1)
                + (invent == 0 ? 0 : 1)
                + (inventDocuments == 0 ? 0 : 1);
        if (kinds != 1) {
            throw new UsageException("name one of --corpus, --documents, --invent and --invent-documents");
        }
        if (invent != 0) {
            if (invent < 0 || invent > MOST_SITES) {
                throw new UsageException("--invent must be from 1 to " + MOST_SITES);
            }
            return new InventedWeb(seed, invent);
        }
        if (inventDocuments != 0) {
            if (inventDocuments < FEWEST_DOCUMENTS || inventDocuments > MOST_DOCUMENTS || rate != 0) {
                throw new UsageException("--invent-documents must be from " + FEWEST_DOCUMENTS + " to " + MOST_DOCUMENTS
                        + ", without --rate");
            }
            return new InventedDocuments(seed, inventDocuments);
        }
        StoredInputs stored = corpus.isEmpty() ? StoredInputs.documents(documents) : StoredInputs.pages(corpus);
        if (stored.size() == 0) {
            throw new UsageException(
                    corpus.isEmpty()
                            ? "no document among what --documents names"
                            : "no HTML page among what --corpus names");
        }
        return stored;
    }

    private void print(LoadReport report) {
        line(
                "%d pages, %.1f MB, in %d passes of %.1f s together",
                report.pages(), report.megabytes(), report.passes(), report.seconds());
        line("%-14s %8.1f", "pages/s", report.pagesPerSecond());
        line("%-14s %8.1f", "pages/CPU s", report.pagesPerCpuSecond());
        line("%-14s %8s %6s", "", "CPU ms", "%");
        report.parts()
                .forEach((part, millis) ->
                        line("%-14s %8.3f %6.1f", part, millis, 100 * millis / report.cpuMillisAPage()));
        line("%-14s %8.3f", "a page", report.cpuMillisAPage());
        if (report.parseMillisAPage() > 0) {
            line("%-14s %8.3f", "Jsoup.parse", report.parseMillisAPage());
            line("%-14s %8.2f", "ratio", report.ratio());
        }
        latencies("to enriched", report.toEnriched());
        latencies("to story", report.toStory());
        List<LoadReport.Stretch> stretches = report.stretches();
        if (stretches != null) {
            stretches.forEach(stretch ->
                    line("up to %-8d %8.3f CPU ms a document", stretch.documents(), stretch.cpuMillisADocument()));
        }
        DiskUse used = report.disk();
        if (used != null) {
            print(used);
        }
    }

    private void print(DiskUse used) {
        double versions = Math.max(1, used.versions());
        line("%d versions of articles, %.0f bytes of text each", used.versions(), used.text() / versions);
        line("%-40s %10s %10s", "bytes on disk a version", "written", "kept");
        used.topics()
                .forEach((topic, bytes) -> line(
                        "%-40s %10.0f %10.0f",
                        topic, bytes / versions, used.kept().getOrDefault(topic, 0L) / versions));
        used.stores().forEach((store, bytes) -> line("%-40s %10s %10.0f", "store " + store, "", bytes / versions));
        line("%-40s %10s %10.2f", "kept over text", "", used.ratio());
        line("%-40s %10s %10.2f", "the same without pages", "", used.ratioWithoutPages());
    }

    private void latencies(String name, LoadReport.@Nullable Summary latencies) {
        if (latencies != null) {
            line(
                    "%-14s p50 %d ms, p99 %d ms, max %d ms of %d (%d have none)",
                    name, latencies.p50(), latencies.p99(), latencies.max(), latencies.count(), latencies.without());
        }
    }

    private void line(String format, Object... values) {
        console.out().println(String.format(Locale.ROOT, format, values));
    }
}
