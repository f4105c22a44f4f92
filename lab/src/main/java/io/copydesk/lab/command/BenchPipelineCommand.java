package io.copydesk.lab.command;

import io.copydesk.lab.bench.InventedVocabulary;
import io.copydesk.lab.bench.PipelineRate;
import io.copydesk.schemas.Json;
import io.copydesk.standalone.command.Console;
import io.copydesk.standalone.pipeline.UsageException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "pipeline",
        description =
                "Articles a second and bytes an article, on the heap and in files, of each part of enrichment, on one"
                        + " thread, with invented articles.",
        footer = {"", "A large index needs heap: COPYDESK_JAVA_OPTIONS=-Xmx8g copydesk bench pipeline"})
final class BenchPipelineCommand implements Callable<Integer> {

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--indexed",
            paramLabel = "N",
            split = ",",
            defaultValue = "10000,100000",
            description =
                    "Articles that are known already when duplicates are looked for and articles are decided about."
                            + " Default: ${DEFAULT-VALUE}")
    private List<Integer> indexed;

    @Option(
            names = "--stories",
            paramLabel = "N",
            defaultValue = "50000",
            description = "Works that are known already when stories are assigned. Default: ${DEFAULT-VALUE}")
    private int stories;

    @Option(
            names = "--measured",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Articles that each part is measured with. Default: ${DEFAULT-VALUE}")
    private int measured;

    @Option(
            names = "--decisions",
            description =
                    "Measure decisions and the start from what is known alone, which a large index takes long enough for.")
    private boolean decisions;

    @Option(
            names = "--vocabulary",
            defaultValue = "FIXED",
            paramLabel = "WORDS",
            description =
                    "Words of the articles that are decided about: ${COMPLETION-CANDIDATES}. FIXED are the same words for all, and"
                            + " events have words of their own; NEWS is in twelve languages, and two articles share terms as"
                            + " often as in sets of news on few subjects. Default: ${DEFAULT-VALUE}")
    private InventedVocabulary vocabulary;

    @Option(names = "--json", description = "Print a line of JSON for each part.")
    private boolean json;

    private final Console console;

    BenchPipelineCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (stories < 1 || measured < 5 || indexed.stream().anyMatch(size -> size < 1)) {
            throw new UsageException("--indexed and --stories must be at least 1, --measured at least 5");
        }
        if (!json) {
            line("%-12s %10s %12s %12s %12s", "part", "indexed", "articles/s", "heap each", "files each");
        }
        List<Integer> sizes = indexed.stream().sorted().toList();
        if (decisions) {
            PipelineRate.decisions(seed, sizes, measured, vocabulary, this::print);
        } else {
            PipelineRate.measure(seed, sizes, stories, measured, vocabulary, this::print);
        }
        return 0;
    }

    private void print(PipelineRate rate) {
        if (json) {
            console.out().println(Json.line(rate));
        } else {
            line(
                    "%-12s %10d %12.0f %12s %12s",
                    rate.part(),
                    rate.indexed(),
                    rate.perSecond(),
                    bytes(rate.bytesEach()),
                    bytes(rate.fileBytesEach()));
        }
    }

    private static String bytes(long each) {
        return each < 0 ? "" : Long.toString(each);
    }

    private void line(String format, Object... values) {
        console.out().println(String.format(Locale.ROOT, format, values));
    }
}
